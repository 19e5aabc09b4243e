"""libsodium, which must do what SPEC 2 relies on before anything is left to it."""
import ctypes

NAME = "libsodium.so.23"
# A point of order 2L. The original 1.0.18 takes it for a sound one (CVE-2025-69277); distributions patch that without changing the number.
ORDER_2L = bytes.fromhex("feaf9d07b868cc52786305312c376563c622b0386a10d105e3c1501b28d65f7e")


def check(is_valid_point, version):
    """Refuses a library by what it does: it must not accept a point outside the prime-order subgroup."""
    if is_valid_point(ORDER_2L):
        raise OSError(f"libsodium {version} accepts a public key outside the prime-order subgroup (CVE-2025-69277); install a patched one")


def load():
    """The library, started and tried. Raises OSError when it cannot be used."""
    library = ctypes.CDLL(NAME)
    if library.sodium_init() < 0:
        raise OSError("libsodium does not start")
    library.crypto_sign_verify_detached.argtypes = [ctypes.c_char_p, ctypes.c_char_p, ctypes.c_ulonglong, ctypes.c_char_p]
    library.sodium_version_string.restype = ctypes.c_char_p
    check(lambda point: library.crypto_core_ed25519_is_valid_point(point) == 1, library.sodium_version_string().decode())
    return library
