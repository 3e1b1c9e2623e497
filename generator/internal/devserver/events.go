package devserver

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"psvsite/generator/internal/diag"
)

// alive is how often a stream of events says that it still stands.
const alive = 15 * time.Second

// state is what a page is told.
type state struct {
	Mark     string  `json:"mark"` // when it is not the page's own, the page is to be loaded again
	Good     bool    `json:"good"` // what is shown is of the last build
	Error    string  `json:"error,omitempty"`
	Errors   []fault `json:"errors"`
	Warnings []fault `json:"warnings"`
}

type fault struct {
	Place   string `json:"place"`
	Message string `json:"message"`
	Code    string `json:"code"`
	Hint    string `json:"hint,omitempty"`
}

// state is what the page under a path is told.
func (s *shown) state(name string) state {
	out := state{Mark: s.mark(name), Errors: []fault{}, Warnings: []fault{}}
	for _, d := range s.faults {
		f := fault{d.Pos.String(), d.Message, d.Code, d.Hint}
		if d.Severity == diag.Error {
			out.Errors = append(out.Errors, f)
		} else {
			out.Warnings = append(out.Warnings, f)
		}
	}
	if s.err != nil {
		out.Error = s.err.Error()
	}
	out.Good = len(out.Errors) == 0 && s.err == nil
	return out
}

// events tells a page how things stand, and again whenever that changes, for as long as it listens.
func (s *server) events(w http.ResponseWriter, r *http.Request) {
	if !own(r) {
		http.Error(w, "these events are for pages of this server", http.StatusForbidden)
		return
	}
	w.Header().Set("Content-Type", "text/event-stream")
	if r.Method == http.MethodHead {
		return
	}
	name, stream := strings.TrimPrefix(r.FormValue("page"), "/"), http.NewResponseController(w)
	for {
		now, next := s.board.get()
		if now != nil {
			data, err := json.Marshal(now.state(name))
			if err != nil {
				return
			}
			fmt.Fprintf(w, "data: %s\n\n", data)
		}
		for waiting := true; waiting; {
			if stream.Flush() != nil {
				return
			}
			select {
			case <-next:
				waiting = false
			case <-time.After(alive):
				fmt.Fprint(w, ": still here\n\n")
			case <-r.Context().Done():
				return
			}
		}
	}
}
