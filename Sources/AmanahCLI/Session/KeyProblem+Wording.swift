import Ledger

extension KeyProblem {
  /// The message in the language of this run.
  var words: String {
    switch self {
    case .badName(let reason):
      say(
        "nama ini tidak dapat dipakai; pilih a-z A-Z 0-9 . _ / - [\(reason)]",
        "this name cannot be used; choose a-z A-Z 0-9 . _ / - [\(reason)]")
    case .exists(let folder):
      say(
        "\(folder): sudah ada kunci bernama ini; pilih nama lain",
        "\(folder): there is a key of this name already; choose another name")
    case .missing(let folder):
      say(
        "\(folder): seharusnya ada kunci bernama ini, ditemukan tidak ada; pulihkan dari cadangan, atau beri gantungan kunci yang benar "
          + "dengan --keyring",
        "\(folder): expected a key of this name, found none; restore it from a backup, or give the right keyring with --keyring")
    case .damaged(let path):
      say(
        "\(path): seharusnya berkas kunci, ditemukan isi lain; pulihkan dari cadangan",
        "\(path): expected a key file, found something else; restore it from a backup")
    case .wrongPassphrase(let path):
      say(
        "\(path): kata sandi ini tidak membukanya; periksa kata sandi; bila benar, berkas ini rusak: pulihkan dari cadangan",
        "\(path): this passphrase does not open it; check the passphrase; if it is right, the file is damaged: restore it from a backup"
      )
    case .unreadableKeyring(let path, let reason):
      say(
        "\(path): seharusnya rahasia gantungan kunci, ditemukan isi lain; pulihkan dari cadangan [\(reason)]",
        "\(path): expected the keyring's secret, found something else; restore it from a backup [\(reason)]")
    case .otherKeyring(let path):
      say(
        "\(path): gantungan kunci ini tidak membukanya: dari gantungan lain, atau rusak; pulihkan seluruh direktori keys dari satu cadangan",
        "\(path): this keyring does not open it: it is of another keyring, or damaged; restore the whole directory keys from one backup"
      )
    case .otherName(let path, let found):
      say(
        "\(path): seharusnya kunci dengan nama itu, ditemukan kunci \(found); pulihkan berkas ini dari cadangan",
        "\(path): expected the key of this name, found the key \(found); restore this file from a backup")
    case .noKeyring(let folder, let keys):
      say(
        "\(folder)/keyring: seharusnya ada rahasia yang membuka \(keys) kunci di sini, ditemukan tidak ada; pulihkan dari cadangan; yang "
          + "baru tidak akan membukanya",
        "\(folder)/keyring: expected the secret that opens the \(keys) keys here, found none; restore it from a backup; a new one would "
          + "not open them")
    case .notTheLogKey(let folder):
      say(
        "\(folder): seharusnya kunci log dari amanah.yaml, ditemukan kunci lain; pulihkan keys dan amanah.yaml dari satu cadangan",
        "\(folder): expected the log key of amanah.yaml, found another; restore keys and amanah.yaml from one backup")
    }
  }
}

extension VaultProblem {
  /// The message in the language of this run.
  var words: String {
    switch self {
    case .missing(let path):
      say(
        "\(path): seharusnya ada kunci data pribadi, ditemukan tidak ada berkas; pulihkan dari cadangan; verify dan report berjalan "
          + "tanpanya",
        "\(path): expected the keys of personal data, found no file; restore it from a backup; verify and report work without it")
    case .noSecret(let path, let name):
      say(
        "\(path): seharusnya ada rahasia \(name), ditemukan tidak ada; pulihkan berkas ini dari cadangan",
        "\(path): expected the secret \(name), found none; restore this file from a backup")
    case .foreign(let path):
      say(
        "\(path): seharusnya milik buku besar dan gantungan kunci ini, ditemukan milik yang lain; pulihkan vault.sqlite dan keys dari "
          + "satu cadangan",
        "\(path): expected the vault of this ledger and keyring, found another's; restore vault.sqlite and keys from one backup")
    case .noSubject(let subject):
      say(
        "vault.sqlite: tidak ada kunci untuk \(subject): sudah dimusnahkan, atau vault.sqlite ini lebih lama dari buku besar; bila begitu, "
          + "pulihkan yang terbaru",
        "vault.sqlite: there is no key for \(subject): it was destroyed, or this vault.sqlite is older than the ledger; if so, restore "
          + "the newest")
    case .damaged(let subject):
      say(
        "vault.sqlite: kunci untuk \(subject) rusak; pulihkan vault.sqlite dari cadangan",
        "vault.sqlite: the key for \(subject) is damaged; restore vault.sqlite from a backup")
    case .notSealed(let subject, let reason):
      say(
        "data tersegel \(subject) tidak terbuka; jalankan amanah verify; bila benar, pulihkan vault.sqlite yang terbaru [\(reason)]",
        "the sealed data of \(subject) do not open; run amanah verify; if it is fine, restore the newest vault.sqlite [\(reason)]"
      )
    }
  }
}
