"""Just enough of edwards25519 (RFC 8032 section 5.1) to make points and signatures that nobody should make."""
import hashlib

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, PRIME) % PRIME


def recover(y, sign):
    """The point with this y and the sign of x, or None."""
    square = (y * y - 1) * pow(D * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if x * x % PRIME != square:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    if x * x % PRIME != square:
        return None
    return (PRIME - x if x % 2 != sign else x) % PRIME, y % PRIME


def add(left, right):
    (x1, y1), (x2, y2) = left, right
    product = D * x1 * x2 * y1 * y2
    return ((x1 * y2 + x2 * y1) * pow(1 + product, -1, PRIME) % PRIME,
            (y1 * y2 + x1 * x2) * pow(1 - product, -1, PRIME) % PRIME)


def multiply(number, point):
    result = (0, 1)
    while number:
        if number & 1:
            result = add(result, point)
        point, number = add(point, point), number >> 1
    return result


def encode(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


BASE = recover(4 * pow(5, -1, PRIME) % PRIME, 0)


def small_order():
    """The eight points whose order divides 8, the identity first."""
    y = 2
    while True:
        point = recover(y, 0)
        torsion = point and multiply(ORDER, point)
        if torsion and multiply(4, torsion) != (0, 1):
            return [multiply(number, torsion) for number in range(8)]
        y += 1


def not_canonical():
    """Every encoding whose y is p or more and that decodes to a point all the same, and the two with a sign that zero cannot have."""
    texts = [(0, 1), (0, PRIME - 1)]
    found = [(y | 1 << 255).to_bytes(32, "little") for _, y in texts]
    for y in range(19):
        for sign in (0, 1):
            if recover(y, sign):
                found.append((y + PRIME | sign << 255).to_bytes(32, "little"))
    return found


def scalar(seed):
    digest = hashlib.sha512(seed).digest()
    return int.from_bytes(digest[:32], "little") & (1 << 254) - 8 | 1 << 254


def sign(seed, public, text, nonce, torsion):
    """A signature whose R is nonce times the base point plus a point of small order."""
    first = encode(add(multiply(nonce, BASE), torsion) if nonce else torsion)
    challenge = int.from_bytes(hashlib.sha512(first + public + text).digest(), "little") % ORDER
    return first + ((nonce + challenge * scalar(seed)) % ORDER).to_bytes(32, "little")
