package workshop

// Slug writes a title as an id: letters a to z and digits, with hyphens between,
// at most 40 of them; "own" where nothing is left.
func Slug(title string) string {
	var out []byte
	for _, r := range title {
		switch {
		case r >= 'A' && r <= 'Z':
			out = append(out, byte(r)+'a'-'A')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			out = append(out, byte(r))
		case len(out) > 0 && out[len(out)-1] != '-':
			out = append(out, '-')
		}
		if len(out) >= 40 {
			break
		}
	}
	for len(out) > 0 && out[len(out)-1] == '-' {
		out = out[:len(out)-1]
	}
	if len(out) == 0 {
		return "own"
	}
	return string(out)
}
