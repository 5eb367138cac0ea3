package shell

// Page returns the page in front, nil before the first.
func (s *Shell) Page() Page {
	if len(s.stack) == 0 {
		return nil
	}
	return s.stack[len(s.stack)-1].page
}

// Pages returns the open pages, the one in front last.
func (s *Shell) Pages() []Page {
	pages := make([]Page, len(s.stack))
	for i, o := range s.stack {
		pages[i] = o.page
	}
	return pages
}

// Open puts a page in front; Back returns to the one before. A page that is already open (by its ID) comes back with its state and those over it are
// closed.
func (s *Shell) Open(p Page) {
	for i, o := range s.stack {
		if o.page.ID() == p.ID() {
			s.cut(i + 1)
			return
		}
	}
	s.leave()
	s.push(p)
}

// Go closes all pages and opens this one: what the rail does.
func (s *Shell) Go(p Page) {
	s.leave()
	s.stack = nil
	s.push(p)
}

// Replace puts a page in the place of the one in front.
func (s *Shell) Replace(p Page) {
	s.leave()
	if n := len(s.stack); n > 0 {
		s.stack = s.stack[:n-1]
	}
	s.push(p)
}

// Back returns to the page before, if there is one.
func (s *Shell) Back() {
	if len(s.stack) > 1 {
		s.cut(len(s.stack) - 1)
	}
}

func (s *Shell) leave() {
	if p := s.Page(); p != nil {
		s.window.Canvas().Unfocus()
		p.Hidden()
	}
}

// cut keeps the first n pages.
func (s *Shell) cut(n int) {
	if n == len(s.stack) {
		s.front()
		return
	}
	s.leave()
	s.stack = s.stack[:n]
	s.front()
}

func (s *Shell) push(p Page) {
	o := opened{page: p, content: p.Content()}
	if t, ok := p.(Topper); ok {
		o.top = t.TopBar()
	}
	s.stack = append(s.stack, o)
	s.front()
}

// front shows the last page of the stack.
func (s *Shell) front() {
	o := s.stack[len(s.stack)-1]
	s.host.Objects = s.host.Objects[:0]
	s.host.Objects = append(s.host.Objects, o.content)
	s.top.SetContent(o.top)
	s.window.SetTitle(s.title(o.page))
	s.rail.refresh()
	s.RefreshHints()
	s.Refresh()
	o.page.Shown()
	s.unfocused = s.Size().IsZero()
	if f, ok := o.page.(Focuser); ok && !s.unfocused {
		f.FocusFirst()
	}
}

func (s *Shell) title(p Page) string {
	if t := p.Title(); t != "" && t != s.config.AppName {
		return t + " - " + s.config.AppName
	}
	return s.config.AppName
}
