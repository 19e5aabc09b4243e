import ArgumentParser

/// `amanah`: all commands, grouped by who needs them.
struct AmanahCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "amanah",
      abstract: say(
        "Buku besar bansos yang tidak dapat diubah diam-diam.", "The social aid ledger that nobody can quietly change."),
      discussion: say(
        """
        Contoh:
          amanah init ledger --origin bansos.example/lampura --governor pembina-1
          amanah import --plan lists/rencana.csv -L ledger
          amanah verify ledger
          amanah report -L ledger --format html -o laporan.html

        Kata sandi: --passphrase-file, AMANAH_PASSPHRASE, atau ditanya.
        Status keluar: 0 beres, 1 tidak lolos verifikasi, 2 salah pakai, 3 masukan
        ditolak, 4 gagal membaca atau menulis.
        """,
        """
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
        CommandGroup(name: say("Menyiapkan", "Set up"), subcommands: [InitCommand.self, KeyCommand.self]),
        CommandGroup(name: say("Mencatat", "Record"), subcommands: [ImportCommand.self, RecordCommand.self, AttestCommand.self]),
        CommandGroup(
          name: say("Memeriksa", "Check"),
          subcommands: [
            VerifyCommand.self, ProveCommand.self, CheckCommand.self, PublishCommand.self, EventCommand.self,
          ]),
        CommandGroup(name: say("Membaca", "Read"), subcommands: [ReportCommand.self, ShowCommand.self]),
        CommandGroup(name: say("Data pribadi", "Personal data"), subcommands: [DiscloseCommand.self, EraseCommand.self]),
      ])
  }

  @OptionGroup var language: LanguageOptions
}
