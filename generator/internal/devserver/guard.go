package devserver

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"syscall"
)

// ErrAddress is given by Serve for an address that is not this computer's own.
var ErrAddress = errors.New("serve answers to this computer alone")

// listen opens an address, which must be the loopback's. A port alone means there.
func listen(addr string) (net.Listener, error) {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, fmt.Errorf("%q is no host and port: %w", addr, ErrAddress)
	}
	if host == "" {
		host = "127.0.0.1"
	}
	if !loopback(host) {
		return nil, fmt.Errorf("%q is open to others: %w", addr, ErrAddress)
	}
	listener, err := net.Listen("tcp", net.JoinHostPort(host, port))
	switch {
	case errors.Is(err, syscall.EADDRINUSE), errors.Is(err, inUseOnWindows):
		return nil, fmt.Errorf("%s is in use by another program, or by another serve; choose another port with --addr 127.0.0.1:8081", addr)
	case err != nil:
		return nil, err
	case !listener.Addr().(*net.TCPAddr).IP.IsLoopback(): // localhost need not be what it says
		return nil, errors.Join(fmt.Errorf("%q is open to others: %w", addr, ErrAddress), listener.Close())
	}
	return listener, nil
}

// inUseOnWindows is WSAEADDRINUSE, which is another number than the one that package syscall makes up there.
const inUseOnWindows = syscall.Errno(10048)

// loopback reports whether a host is this computer, by name or number.
func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// allowed reports whether a request was meant for this server. A page of another site can lead its own name to this
// computer and so read what is served here (DNS rebinding), but then its name stands in Host.
func allowed(r *http.Request) bool {
	host := r.Host
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	} else if len(host) > 2 && host[0] == '[' && host[len(host)-1] == ']' {
		host = host[1 : len(host)-1]
	}
	return loopback(host)
}

// own reports whether a request comes from a page of this server, as far as the browser says where it comes from.
func own(r *http.Request) bool {
	if origin := r.Header.Get("Origin"); origin != "" && origin != "http://"+r.Host {
		return false
	}
	site := r.Header.Get("Sec-Fetch-Site")
	return site == "" || site == "same-origin" || site == "none"
}
