package host

import (
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/sys/windows/registry"
)

// lookEvery is how often the settings are read again: Windows tells only windows whose
// messages we do not see.
const lookEvery = 2 * time.Second

func watchSystem(tell func(appearance)) {
	was := appearance{}
	for {
		if is := readWindows(); is != was {
			was = is
			tell(is)
		}
		time.Sleep(lookEvery)
	}
}

// What SystemParametersInfo is asked for.
const (
	getHighContrast        = 0x0042
	getClientAreaAnimation = 0x1042
	highContrastOn         = 0x0001
)

func readWindows() (a appearance) {
	if k, err := registry.OpenKey(registry.CURRENT_USER, `Software\Microsoft\Windows\CurrentVersion\Themes\Personalize`, registry.QUERY_VALUE); err == nil {
		if light, _, err := k.GetIntegerValue("AppsUseLightTheme"); err == nil {
			a.dark = light == 0
		}
		k.Close()
	}
	info := windows.NewLazySystemDLL("user32.dll").NewProc("SystemParametersInfoW")
	contrast := struct {
		size, flags uint32
		scheme      *uint16
	}{}
	contrast.size = uint32(unsafe.Sizeof(contrast))
	if ok, _, _ := info.Call(getHighContrast, uintptr(contrast.size), uintptr(unsafe.Pointer(&contrast)), 0); ok != 0 {
		a.more = contrast.flags&highContrastOn != 0
	}
	animated := int32(1)
	if ok, _, _ := info.Call(getClientAreaAnimation, 0, uintptr(unsafe.Pointer(&animated)), 0); ok != 0 {
		a.reduced = animated == 0
	}
	return a
}
