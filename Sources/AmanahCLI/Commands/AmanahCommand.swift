import ArgumentParser
import Language

/// `amanah`: all commands, grouped by who needs them.
struct AmanahCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "amanah",
      abstract: Bilingual(
        id: "Buku besar bansos yang tidak dapat diubah diam-diam.", en: "The social aid ledger that nobody can quietly change."),
      discussion: Bilingual(
        id: """
          Contoh:
            amanah init ledger --origin bansos.example/lampura --governor pembina-1
            amanah import --plan lists/rencana.csv -L ledger
            amanah verify ledger
            amanah report -L ledger --format html -o laporan.html

          Kata sandi: --passphrase-file, AMANAH_PASSPHRASE, atau ditanya.
          Status keluar: 0 beres, 1 tidak lolos verifikasi, 2 salah pakai, 3 masukan
          ditolak, 4 gagal membaca atau menulis.
          """,
        en: """
          Examples:
            amanah init ledger --origin bansos.example/lampura --governor pembina-1
            amanah import --plan lists/rencana.csv -L ledger
            amanah verify ledger
            amanah report -L ledger --format html -o report.html

          Passphrase: --passphrase-file, AMANAH_PASSPHRASE, or asked for.
          Exit status: 0 fine, 1 verification failed, 2 usage, 3 input refused,
          4 reading or writing failed.
          """),
      version: "0.1.0",
      groupedSubcommands: [
        CommandGroup(name: Bilingual(id: "Menyiapkan", en: "Set up"), subcommands: [InitCommand.self, KeyCommand.self]),
        CommandGroup(
          name: Bilingual(id: "Mencatat", en: "Record"),
          subcommands: [ImportCommand.self, RecordCommand.self, AttestCommand.self]),
        CommandGroup(
          name: Bilingual(id: "Memeriksa", en: "Check"),
          subcommands: [
            VerifyCommand.self, ProveCommand.self, CheckCommand.self, PublishCommand.self, EventCommand.self,
          ]),
        CommandGroup(name: Bilingual(id: "Membaca", en: "Read"), subcommands: [ReportCommand.self, ShowCommand.self]),
        CommandGroup(
          name: Bilingual(id: "Data pribadi", en: "Personal data"), subcommands: [DiscloseCommand.self, EraseCommand.self]),
      ])
  }

  @OptionGroup var language: LanguageOptions
}
