//! Lines on standard output and standard error whose reader may leave at any time (`headwater log inspect | head -1`): that is no
//! fault of the command, so it finishes its work and exits as it would have. The standard library's macros panic there.
//!
//! Only a closed pipe is passed over. Another failure, such as a full disk behind `>`, ends the command with its cause.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

/// A line on standard output.
macro_rules! say {
    ($($text:tt)*) => { $crate::output::line(std::io::stdout().lock(), format_args!($($text)*)) };
}

/// A line on standard error.
macro_rules! note {
    ($($text:tt)*) => { $crate::output::line(std::io::stderr().lock(), format_args!($($text)*)) };
}

pub fn line(to: impl Write, text: Arguments<'_>) {
    write(to, format_args!("{text}\n"));
}

/// Text on standard output as it is.
pub fn text(text: impl std::fmt::Display) {
    write(io::stdout().lock(), format_args!("{text}"));
}

fn write(mut to: impl Write, text: Arguments<'_>) {
    let Err(error) = to.write_fmt(text).and_then(|()| to.flush()) else { return };
    if error.kind() != ErrorKind::BrokenPipe {
        let _ = writeln!(io::stderr(), "headwater: writing the output: {error}");
        std::process::exit(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Gone;

    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(ErrorKind::BrokenPipe.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_reader_that_has_left_is_no_fault() {
        line(Gone, format_args!("nobody reads {}", "this"));
        let mut kept = Vec::new();
        line(&mut kept, format_args!("{}", 1));
        assert_eq!(kept, b"1\n");
    }
}
