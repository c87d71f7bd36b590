//go:build !js && !linux && !windows

package host

import (
	"os/exec"
	"runtime"
	"strings"
	"time"
)

// lookEvery is how often the settings are read again.
const lookEvery = 5 * time.Second

// watchSystem tells what macOS has set; of other systems nothing is known, and -theme,
// -contrast and -motion say it.
func watchSystem(tell func(appearance)) {
	if runtime.GOOS != "darwin" {
		return
	}
	was := appearance{}
	for {
		is := appearance{
			dark:    strings.EqualFold(setting("-g", "AppleInterfaceStyle"), "dark"),
			more:    setting("com.apple.universalaccess", "increaseContrast") == "1",
			reduced: setting("com.apple.universalaccess", "reduceMotion") == "1",
		}
		if is != was {
			was = is
			tell(is)
		}
		time.Sleep(lookEvery)
	}
}

// setting is a value of the system's settings; one that is not set is "".
func setting(domain, key string) string {
	out, err := exec.Command("defaults", "read", domain, key).Output()
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(out))
}
