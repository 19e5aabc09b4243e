public import Language

extension KeyProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .badName(let reason):
      Bilingual(
        id: "nama ini tidak dapat dipakai; pilih a-z A-Z 0-9 . _ / - [\(reason)]",
        en: "this name cannot be used; choose a-z A-Z 0-9 . _ / - [\(reason)]")
    case .exists(let folder):
      Bilingual(
        id: "\(folder): sudah ada kunci bernama ini; pilih nama lain",
        en: "\(folder): there is a key of this name already; choose another name")
    case .missing(let folder):
      Bilingual(
        id:
          "\(folder): seharusnya ada kunci bernama ini, ditemukan tidak ada; pulihkan dari cadangan, atau beri gantungan kunci yang benar "
          + "dengan --keyring",
        en:
          "\(folder): expected a key of this name, found none; restore it from a backup, or give the right keyring with --keyring"
      )
    case .damaged(let path):
      Bilingual(
        id: "\(path): seharusnya berkas kunci, ditemukan isi lain; pulihkan dari cadangan",
        en: "\(path): expected a key file, found something else; restore it from a backup")
    case .wrongPassphrase(let path):
      Bilingual(
        id: "\(path): kata sandi ini tidak membukanya; periksa kata sandi; bila benar, berkas ini rusak: pulihkan dari cadangan",
        en:
          "\(path): this passphrase does not open it; check the passphrase; if it is right, the file is damaged: restore it from a backup"
      )
    case .unreadableKeyring(let path, let reason):
      Bilingual(
        id: "\(path): seharusnya rahasia gantungan kunci, ditemukan isi lain; pulihkan dari cadangan [\(reason)]",
        en: "\(path): expected the keyring's secret, found something else; restore it from a backup [\(reason)]")
    case .otherKeyring(let path): Self.otherKeyring(path)
    case .otherName(let path, let found):
      Bilingual(
        id: "\(path): seharusnya kunci dengan nama itu, ditemukan kunci \(found); pulihkan berkas ini dari cadangan",
        en: "\(path): expected the key of this name, found the key \(found); restore this file from a backup")
    case .noKeyring(let folder, let keys): Self.noKeyring(folder, keys: keys)
    case .notTheLogKey(let folder):
      Bilingual(
        id:
          "\(folder): seharusnya kunci log dari amanah.yaml, ditemukan kunci lain; pulihkan keys dan amanah.yaml dari satu cadangan",
        en: "\(folder): expected the log key of amanah.yaml, found another; restore keys and amanah.yaml from one backup")
    }
  }

  private static func otherKeyring(_ path: String) -> Bilingual {
    Bilingual(
      id:
        "\(path): gantungan kunci ini tidak membukanya: dari gantungan lain, atau rusak; pulihkan seluruh direktori keys "
        + "dari satu cadangan",
      en:
        "\(path): this keyring does not open it: it is of another keyring, or damaged; restore the whole directory keys from one backup"
    )
  }

  private static func noKeyring(_ folder: String, keys: Int) -> Bilingual {
    Bilingual(
      id:
        "\(folder)/keyring: seharusnya ada rahasia yang membuka \(keys) kunci di sini, ditemukan tidak ada; pulihkan dari cadangan; yang "
        + "baru tidak akan membukanya",
      en:
        "\(folder)/keyring: expected the secret that opens the \(keys) keys here, found none; restore it from a backup; a new one would "
        + "not open them")
  }
}

extension VaultProblem {
  /// What is wrong, and what to do.
  public var words: Bilingual {
    switch self {
    case .missing(let path):
      Bilingual(
        id:
          "\(path): seharusnya ada kunci data pribadi, ditemukan tidak ada berkas; pulihkan dari cadangan; verify dan report berjalan "
          + "tanpanya",
        en:
          "\(path): expected the keys of personal data, found no file; restore it from a backup; verify and report work without it"
      )
    case .noSecret(let path, let name):
      Bilingual(
        id: "\(path): seharusnya ada rahasia \(name), ditemukan tidak ada; pulihkan berkas ini dari cadangan",
        en: "\(path): expected the secret \(name), found none; restore this file from a backup")
    case .foreign(let path):
      Bilingual(
        id:
          "\(path): seharusnya milik buku besar dan gantungan kunci ini, ditemukan milik yang lain; pulihkan vault.sqlite dan keys dari "
          + "satu cadangan",
        en:
          "\(path): expected the vault of this ledger and keyring, found another's; restore vault.sqlite and keys from one backup"
      )
    case .noSubject(let subject):
      Bilingual(
        id:
          "vault.sqlite: tidak ada kunci untuk \(subject): sudah dimusnahkan, atau vault.sqlite ini lebih lama dari buku besar; bila begitu, "
          + "pulihkan yang terbaru",
        en:
          "vault.sqlite: there is no key for \(subject): it was destroyed, or this vault.sqlite is older than the ledger; if so, restore "
          + "the newest")
    case .damaged(let subject):
      Bilingual(
        id: "vault.sqlite: kunci untuk \(subject) rusak; pulihkan vault.sqlite dari cadangan",
        en: "vault.sqlite: the key for \(subject) is damaged; restore vault.sqlite from a backup")
    case .notSealed(let subject, let reason):
      Bilingual(
        id:
          "data tersegel \(subject) tidak terbuka; jalankan amanah verify; bila benar, pulihkan vault.sqlite yang terbaru [\(reason)]",
        en:
          "the sealed data of \(subject) do not open; run amanah verify; if it is fine, restore the newest vault.sqlite [\(reason)]"
      )
    }
  }
}
