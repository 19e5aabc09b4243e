import Cryptography
import Language

extension SodiumProblem {
  /// The message, in both languages.
  var words: Bilingual {
    switch self {
    case .noRandomNumbers:
      Bilingual(
        id: "libsodium tidak dapat dimulai: sistem tidak memberi bilangan acak; periksa /dev/urandom, lalu ulangi",
        en: "libsodium could not start: the system gives no random numbers; check /dev/urandom, and try again")
    case .acceptsUnsafePoint(let version):
      Bilingual(
        id:
          "libsodium \(version): seharusnya menolak kunci publik yang lemah, ditemukan yang menerimanya (CVE-2025-69277); tidak ada yang "
          + "dikerjakan; pasang paket libsodium yang sudah ditambal (Debian, Ubuntu: apt-get install --only-upgrade libsodium23), lalu ulangi",
        en:
          "libsodium \(version): expected it to refuse a weak public key, found that it accepts it (CVE-2025-69277); nothing was done; install "
          + "a patched package of libsodium (Debian, Ubuntu: apt-get install --only-upgrade libsodium23), and try again")
    }
  }
}
