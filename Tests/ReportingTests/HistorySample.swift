import TransparencyLog
import Vocabulary

@testable import Compliance
@testable import Reporting

enum HistorySample {
  static func line(_ type: String, _ data: String, at: String = "2026-04-16T09:11:40+07:00") -> String {
    "{\"type\":\"\(type)\",\"id\":\"019d9433-0000-7000-8000-000000000001\",\"at\":\"\(at)\",\"data\":\(data)}"
  }

  static var history: History {
    let lines = [
      line(
        "recipient.registered",
        #"{"recipient":"019d9433-0000-7000-8000-000000000002","number":"KPM-0002","region":"18.03.07.2001","identityStatus":"nik","decile":2,"source":"dtsen","sealed":{"box":"AAAA","commitment":"BBBB"}}"#,
        at: "2026-01-05T10:00:00+07:00"),
      line(
        "verification.recorded",
        #"{"recipient":"019d9433-0000-7000-8000-000000000002","region":"18.03.07.2001","level":"desa","outcome":"eligible","instrument":"deliberation"}"#,
        at: "2026-01-20T14:30:00+07:00"),
      line(
        "handover.recorded",
        #"{"recipient":"019d9433-0000-7000-8000-000000000002","programme":"SEMBAKO","period":"2026-04","region":"18.03.07.2001","outlet":"EW-01","collector":"self","items":[{"commodity":"beras","quantity":10500,"unit":"g","unitPrice":12000},{"commodity":"telur","quantity":30,"unit":"pcs","unitPrice":2000}],"fee":5000,"packaged":false,"evidence":[{"kind":"photo","digest":"x"}]}"#
      ),
      line(
        "handover.praised", #"{"outlet":"EW-01","amount":1500000,"on":"2026-04-20","sealed":{"box":"SECRET"},"nikTag":"TAG"}"#,
        at: "2026-04-20T23:00:00+09:00"),
    ]
    let items = lines.enumerated().map { index, line in
      HistoryItem(
        reference: Sample.at(UInt64(index * 100 + 1), index),
        recordedAt: RecordedTime(millisecondsSince1970: 1_776_300_723_123 + Int64(index) * 3_600_000)!,
        author: "lampura/abung-selatan/petugas-017", line: line)
    }
    return History(title: "KPM-0002", isExercise: false, items: items, names: Sample.names)
  }
}
