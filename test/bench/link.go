package main

import (
	"net"
	"sync"
	"time"
)

// A link is a slow line to a server, packet by packet: every connection over
// it takes a round trip to open, every packet half of one to cross, and all
// packets of one direction share its rate. A browser's own throttling hands a
// page over in one lump at the end, which hides what a reader of a slow line
// sees first.
type link struct {
	listener net.Listener
	target   string
	up, down line
}

// line is one direction of a link.
type line struct {
	mu   sync.Mutex
	free time.Time // when the last packet has left
}

const packetBytes = 1460

// newLink lays a line to a server's address.
func newLink(target string) (*link, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	l := &link{listener: listener, target: target}
	go l.accept()
	return l, nil
}

func (l *link) address() string { return l.listener.Addr().String() }
func (l *link) close() error    { return l.listener.Close() }

func (l *link) accept() {
	for {
		near, err := l.listener.Accept()
		if err != nil {
			return
		}
		go l.carry(near, time.Now())
	}
}

func (l *link) carry(near net.Conn, begun time.Time) {
	far, err := net.Dial("tcp", l.target)
	if err != nil {
		near.Close()
		return
	}
	open := begun.Add(latencyMs * time.Millisecond)
	go l.up.pump(far, near, open)
	l.down.pump(near, far, open)
}

// pump carries what comes from src to dst, beginning at open, until either
// ends; then it ends both.
func (l *line) pump(dst, src net.Conn, open time.Time) {
	type packet struct {
		bytes []byte
		due   time.Time
	}
	// As much as may be on its way at once.
	way := make(chan packet, 64)
	go func() {
		defer close(way)
		for {
			b := make([]byte, packetBytes)
			n, err := src.Read(b)
			if n > 0 {
				way <- packet{b[:n], l.leave(n, open).Add(latencyMs * time.Millisecond / 2)}
			}
			if err != nil {
				return
			}
		}
	}()
	for p := range way {
		time.Sleep(time.Until(p.due))
		if _, err := dst.Write(p.bytes); err != nil {
			break
		}
	}
	dst.Close()
	src.Close()
	for range way {
	}
}

// leave is the time at which n bytes have left, not before open.
func (l *line) leave(n int, open time.Time) time.Time {
	l.mu.Lock()
	defer l.mu.Unlock()
	begin := time.Now()
	if begin.Before(open) {
		begin = open
	}
	if begin.Before(l.free) {
		begin = l.free
	}
	l.free = begin.Add(time.Duration(float64(n) / bytesPerSecond * float64(time.Second)))
	return l.free
}
