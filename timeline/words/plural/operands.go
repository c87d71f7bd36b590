package plural

// Operands is what rules know of a number, which has no sign for them. They are
// about the number as it is written: 1 and 1.0 may be in different categories.
type Operands struct {
	I    uint64 // i, the integer part
	V, W int    // v and w, how many digits the fraction has, with trailing zeros and without
	F, T uint64 // f and t, the digits of the fraction as a number, with trailing zeros and without
	E    int    // c and e, the exponent of 10 in compact writing: 6 for "2 million" if I is 2000000
}

// Int is a whole number, written without a fraction.
func Int(n int64) Operands {
	if n < 0 {
		return Operands{I: -uint64(n)}
	}
	return Operands{I: uint64(n)}
}

// Decimal is a number as it is written in ASCII digits with a point, with all zeros
// that are to be seen: "1.50". Signs and whatever else is neither a digit nor a
// point is passed over.
func Decimal(s string) Operands {
	var op Operands
	fraction := false
	for i := range len(s) {
		c := s[i]
		switch {
		case c == '.':
			fraction = true
		case c < '0' || c > '9':
		case fraction:
			op.F = push(op.F, c-'0')
			op.V++
			if c != '0' {
				op.T, op.W = op.F, op.V
			}
		default:
			op.I = push(op.I, c-'0')
		}
	}
	return op
}

// push puts one more digit at the end of a number. Of a number that has more than
// 17 digits it keeps the last 17 and a 1 before them: rules ask for the last digits
// and for equality with small numbers, and both come out right.
func push(n uint64, digit byte) uint64 {
	const most = 1e17
	n = 10*n + uint64(digit)
	if n >= most {
		n = n%most + most
	}
	return n
}

// value is an operand by its letter. Only n, the number itself, can fail to be a
// whole number.
func (op Operands) value(letter byte) (value uint64, whole bool) {
	switch letter {
	case 'n':
		return op.I, op.T == 0
	case 'i':
		return op.I, true
	case 'v':
		return uint64(op.V), true
	case 'w':
		return uint64(op.W), true
	case 'f':
		return op.F, true
	case 't':
		return op.T, true
	}
	return uint64(op.E), true // c or e
}
