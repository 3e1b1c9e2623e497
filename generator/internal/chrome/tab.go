package chrome

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"time"
)

// Tab is one tab. What goes wrong in it is taken down until Faults asks.
type Tab struct {
	browser *Browser
	session string
	loaded  chan struct{}
	scheme  string // what the reader's system asks for, or empty
	medium  string // what the page is shown on, or empty

	mu     sync.Mutex
	home   string // what the addresses of all requests must begin with
	before string // home of the page opened before: the request for its icon may come late
	faults []string
}

// NewTab opens an empty tab.
func (b *Browser) NewTab() (*Tab, error) {
	var target struct {
		TargetID string `json:"targetId"`
	}
	if err := b.call("", "Target.createTarget", map[string]any{"url": "about:blank"}, &target); err != nil {
		return nil, err
	}
	return b.attach(target.TargetID)
}

// attach takes a tab or window over.
func (b *Browser) attach(target string) (*Tab, error) {
	var attached struct {
		SessionID string `json:"sessionId"`
	}
	if err := b.call("", "Target.attachToTarget", map[string]any{"targetId": target, "flatten": true}, &attached); err != nil {
		return nil, err
	}
	t := &Tab{browser: b, session: attached.SessionID, loaded: make(chan struct{}, 1)}
	b.mu.Lock()
	b.tabs[t.session] = t
	b.mu.Unlock()
	var err error
	for _, domain := range []string{"Page", "Runtime", "Log", "Network"} {
		err = errors.Join(err, t.call(domain+".enable", nil, nil))
	}
	return t, err
}

func (t *Tab) call(method string, params, into any) error {
	return t.browser.call(t.session, method, params, into)
}

// Size sets the window, in pixels. A phone's window grows with what is too wide for it, as phones do.
func (t *Tab) Size(width, height int, phone bool) error {
	return t.call("Emulation.setDeviceMetricsOverride", map[string]any{"width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone}, nil)
}

// Scripts lets the pages opened from now on run scripts, or not.
func (t *Tab) Scripts(on bool) error {
	return t.call("Emulation.setScriptExecutionDisabled", map[string]any{"value": !on}, nil)
}

// Open loads a page and waits until all of it is there. home is what every request must begin with.
func (t *Tab) Open(address, home string) error {
	t.mu.Lock()
	t.before, t.home, t.faults = t.home, home, nil
	t.mu.Unlock()
	select {
	case <-t.loaded: // of a page opened before
	default:
	}
	var went struct {
		ErrorText string `json:"errorText"`
	}
	if err := t.call("Page.navigate", map[string]any{"url": address}, &went); err != nil {
		return err
	}
	if went.ErrorText != "" {
		return fmt.Errorf("open %s: %s", address, went.ErrorText)
	}
	select {
	case <-t.loaded:
		return nil
	case <-time.After(patience):
		return fmt.Errorf("open %s: not loaded in %v", address, patience)
	}
}

// Scheme sets the colours that the reader's system asks for: light or dark.
func (t *Tab) Scheme(name string) error {
	t.scheme = name
	return t.emulate()
}

// Medium shows the page as on a screen or as on paper: screen or print; empty is what the page is shown on by itself.
func (t *Tab) Medium(name string) error {
	t.medium = name
	return t.emulate()
}

// emulate sends scheme and medium together: the browser forgets the one that is left out.
func (t *Tab) emulate() error {
	feature := map[string]string{"name": "prefers-color-scheme", "value": t.scheme}
	return t.call("Emulation.setEmulatedMedia", map[string]any{"media": t.medium, "features": []any{feature}}, nil)
}

// Clock moves the clock that pages opened from now on see, so that it shows a time now. It may be moved once: Chromium's
// own virtual time runs hours ahead of what it is set to while a page loads.
func (t *Tab) Clock(now time.Time) error {
	return t.call("Page.addScriptToEvaluateOnNewDocument", map[string]any{"source": fmt.Sprintf(`{
		const ahead = %d - Date.now();
		Date = class extends Date {
			constructor(...at) { at.length ? super(...at) : super(Date.now()); }
			static now() { return super.now() + ahead; }
		};
	}`, now.UnixMilli())}, nil)
}

// Eval works an expression out in the page.
func (t *Tab) Eval(expression string, into any) error { return t.evaluate(expression, false, into) }

// Await works a promise out in the page.
func (t *Tab) Await(expression string, into any) error { return t.evaluate(expression, true, into) }

func (t *Tab) evaluate(expression string, await bool, into any) error {
	var r struct {
		Result struct {
			Value json.RawMessage `json:"value"`
		} `json:"result"`
		Exception *struct {
			Text      string `json:"text"`
			Exception struct {
				Description string `json:"description"`
			} `json:"exception"`
		} `json:"exceptionDetails"`
	}
	err := t.call("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": await}, &r)
	if err != nil {
		return err
	}
	if r.Exception != nil {
		return fmt.Errorf("%s %s", r.Exception.Text, r.Exception.Exception.Description)
	}
	return json.Unmarshal(r.Result.Value, into)
}

// Faults returns what went wrong since the page was opened.
func (t *Tab) Faults() []string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return slices.Clone(t.faults)
}

func (t *Tab) fault(format string, args ...any) {
	t.faults = append(t.faults, fmt.Sprintf(format, args...))
}

// done says that the page is loaded, if anybody still wants to know.
func (t *Tab) done() {
	select {
	case t.loaded <- struct{}{}:
	default:
	}
}

// own reports whether an address is one that pages may ask for.
func (t *Tab) own(address string) bool {
	return strings.HasPrefix(address, t.home) || strings.HasPrefix(address, "data:") || t.before != "" && strings.HasPrefix(address, t.before)
}

// event takes a message of the browser down.
func (t *Tab) event(method string, params json.RawMessage) {
	var e struct {
		Type    string // of a console call
		Args    []struct{ Value, Description any }
		Entry   struct{ Level, Source, Text, URL string }
		Request struct{ URL string }
		// of a failed request, and of an answer
		ErrorText, BlockedReason string
		Response                 struct {
			URL    string
			Status int
		}
		ExceptionDetails struct{ Text string }
	}
	_ = json.Unmarshal(params, &e) // an event of another form is not looked at below
	t.mu.Lock()
	defer t.mu.Unlock()
	switch method {
	case "Page.loadEventFired":
		t.done()
	case "Inspector.targetCrashed":
		t.fault("the page crashed")
		t.done()
	case "Runtime.consoleAPICalled":
		if slices.Contains([]string{"error", "warning", "assert"}, e.Type) {
			t.fault("console %s: %v", e.Type, e.Args)
		}
	case "Runtime.exceptionThrown":
		t.fault("exception: %s", e.ExceptionDetails.Text)
	case "Log.entryAdded":
		if e.Entry.Level == "error" || e.Entry.Level == "warning" {
			t.fault("%s %s: %s %s", e.Entry.Source, e.Entry.Level, e.Entry.Text, e.Entry.URL)
		}
	case "Network.requestWillBeSent":
		if !t.own(e.Request.URL) {
			t.fault("request to elsewhere: %s", e.Request.URL)
		}
	case "Network.loadingFailed":
		t.fault("request failed: %s %s", e.ErrorText, e.BlockedReason)
	case "Network.responseReceived":
		if e.Response.Status >= 400 {
			t.fault("request failed: %d %s", e.Response.Status, e.Response.URL)
		}
	}
}

// Screenshot is the whole page as a PNG, up to a height in pixels.
func (t *Tab) Screenshot(width, height int) ([]byte, error) {
	var shot struct {
		Data []byte `json:"data"` // base64 in JSON, as encoding/json has it
	}
	clip := map[string]any{"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
	err := t.call("Page.captureScreenshot", map[string]any{"format": "png", "clip": clip, "captureBeyondViewport": true}, &shot)
	return shot.Data, err
}

// Unguarded lifts the policy of the pages opened from now on, so that what is added to them is not blocked.
func (t *Tab) Unguarded() error {
	return t.call("Page.setBypassCSP", map[string]any{"enabled": true}, nil)
}

// PDF is the page as it prints, tagged and with an outline of its headings.
func (t *Tab) PDF() ([]byte, error) {
	var printed struct {
		Data []byte `json:"data"`
	}
	err := t.call("Page.printToPDF", map[string]any{"preferCSSPageSize": true, "generateTaggedPDF": true, "generateDocumentOutline": true}, &printed)
	return printed.Data, err
}
