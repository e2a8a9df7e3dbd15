//! Expected values follow the tables of Java's `DateTimeFormatter` and `WeekFields.of(Locale.US)`.

use chrono::TimeZone;
use chrono_tz::Tz;

use super::*;

/// Expected values follow the tables of Java's `DateTimeFormatter` and `WeekFields.of(Locale.US)`.
fn check(zone: Tz, millis: i64, cases: &[(&str, &str)]) {
    let time = zone.timestamp_millis_opt(millis).unwrap();
    for (pattern, expected) in cases {
        assert_eq!(Pattern::parse(pattern).unwrap().format(&Moment::in_zone(&time)), *expected, "{pattern}");
    }
}

#[test]
fn fields_print_as_java_prints_them() {
    // 2026-11-03T04:05:06.789Z, a Tuesday
    check(
        Tz::UTC,
        1_793_678_706_789,
        &[
            ("yyyy/MM/dd/HH/", "2026/11/03/04/"),
            ("y-M-d H:m:s", "2026-11-3 4:5:6"),
            ("yy u uuuu", "26 2026 2026"),
            ("MMM MMMM MMMMM", "Nov November N"),
            ("E EEE EEEE EEEEE", "Tue Tue Tuesday T"),
            ("D DDD", "307 307"),
            ("hh a KK kk", "04 AM 04 04"),
            ("SSS SSSSSS", "789 789000"),
            ("Q QQ QQQ QQQQ", "4 04 Q4 4th quarter"),
            ("w ww W YYYY e", "45 45 1 2026 3"),
            ("X XX XXX x xx xxx Z ZZZZ ZZZZZ O", "Z Z Z +00 +0000 +00:00 +0000 GMT Z GMT"),
            ("VV z G", "UTC UTC AD"),
            ("'year='yyyy'/month='MM", "year=2026/month=11"),
            ("''yyyy'o''clock'", "'2026o'clock"),
            ("yyyy[-MM]", "2026-11"),
        ],
    );
}

#[test]
fn a_zone_shifts_the_day_and_names_itself() {
    // 2026-07-01T03:30:00Z is the evening before in New York, in daylight saving time
    check(
        Tz::America__New_York,
        1_782_876_600_000,
        &[
            ("yyyy-MM-dd HH:mm z XXX O ZZZZ", "2026-06-30 23:30 EDT -04:00 GMT-4 GMT-04:00"),
            ("hh a", "11 PM"),
        ],
    );
    check(Tz::Asia__Kolkata, 1_782_876_600_000, &[("X xxx O", "+0530 +05:30 GMT+5:30")]);
}

#[test]
fn the_week_around_new_year_belongs_to_the_year_of_its_saturday() {
    // 2026-12-27 is a Sunday, 2026-12-31 a Thursday, 2027-01-01 a Friday
    check(Tz::UTC, 1_798_329_600_000, &[("yyyy-MM-dd YYYY-ww", "2026-12-27 2027-01")]);
    check(Tz::UTC, 1_798_761_600_000, &[("yyyy-MM-dd YYYY-ww", "2027-01-01 2027-01")]);
    check(Tz::UTC, 1_798_243_200_000, &[("yyyy-MM-dd YYYY-ww", "2026-12-26 2026-52")]);
}

#[test]
fn wrong_patterns_are_told_apart() {
    for (pattern, expected) in [
        ("yyyy-b", PatternError::UnknownLetter('b')),
        ("HHH", PatternError::TooMany('H')),
        ("'open", PatternError::UnfinishedQuote),
        ("yyyy#", PatternError::Reserved('#')),
        ("zzzz", PatternError::NotOffered('z')),
    ] {
        assert_eq!(Pattern::parse(pattern).unwrap_err(), expected, "{pattern}");
    }
}

const MOMENT: i128 = 1_774_000_805_120_000_000;

#[test]
fn patterns_are_written_and_read_back() {
    let moment = Moment::of_wall_clock(MOMENT);
    for (pattern, text) in [
        ("yyyy-MM-dd HH:mm:ss.SSS", "2026-03-20 10:00:05.120"),
        ("yyyy-MM-dd'T'HH:mm:ss.SSS", "2026-03-20T10:00:05.120"),
        ("yyyyMMddHHmmssSSS", "20260320100005120"),
        ("dd MMM yyyy hh:mm:ss.SSS a", "20 Mar 2026 10:00:05.120 AM"),
    ] {
        let compiled = Pattern::for_reading(pattern).expect(pattern);
        assert_eq!(compiled.format(&moment), text, "{pattern}");
        assert_eq!(compiled.read(text), Some(MOMENT), "{pattern}");
    }
    assert_eq!(Pattern::parse("EEEE, D").expect("legal").format(&moment), "Friday, 79");
}

#[test]
fn impossible_texts_and_patterns_are_refused() {
    let date = Pattern::for_reading("yyyy-MM-dd").expect("legal");
    for bad in ["2026-02-30", "2026-3-1", "2026-03-01x", "", "x"] {
        assert_eq!(date.read(bad), None, "{bad}");
    }
    assert_eq!(Pattern::for_reading("yyyy-QQ"), Err(PatternError::NotRead('Q')));
    assert_eq!(Pattern::for_reading("yyyy XXX"), Err(PatternError::NotRead('X')));
    assert_eq!(Pattern::of_wall_clock("yyyy XXX"), Err(PatternError::NeedsZone('X')));
    assert_eq!(Pattern::of_wall_clock("'open"), Err(PatternError::UnfinishedQuote));
}

#[test]
fn a_time_is_the_same_with_and_without_a_zone() {
    let letters =
        "y yy yyyy u Y M MM MMM MMMM MMMMM d D E EEEE EEEEE e c w W F Q QQQ QQQQ G a H h k K m s SSS n A N";
    let pattern = Pattern::of_wall_clock(letters).expect("legal");
    // From 1905 to 2096, at odd hours; the last day of a leap year among them.
    for day in (-23_741_i64..46_021).step_by(37).chain([11_322, 20_453, 20_454]) {
        let seconds = day * 86_400 + (day * 7_919).rem_euclid(86_400);
        let zoned = Tz::UTC.timestamp_opt(seconds, 120_000_000).unwrap();
        let wall = Moment::of_wall_clock(i128::from(seconds) * 1_000_000_000 + 120_000_000);
        assert_eq!(pattern.format(&wall), pattern.format(&Moment::in_zone(&zoned)), "{zoned}");
    }
}

#[test]
fn years_before_the_first_are_counted_by_their_era() {
    let last_day_bc = i128::from(crate::format::text::days_from_civil(0, 12, 31)) * 86_400 * 1_000_000_000;
    let pattern = Pattern::of_wall_clock("yyyy uuuu G GGGG MM-dd").expect("legal");
    assert_eq!(pattern.format(&Moment::of_wall_clock(last_day_bc)), "0001 0000 BC Before Christ 12-31");
}
