//! Locks, condition variables and atomics of the store: the machine's, or under the feature `shuttle` those of a scheduler that
//! tries out how threads may interleave (see `schedules`). The feature is for that test alone; nothing else is built with it.

#[cfg(not(feature = "shuttle"))]
pub use parking_lot::{Condvar, Mutex, RwLock};
#[cfg(not(feature = "shuttle"))]
pub use std::sync::atomic;

#[cfg(feature = "shuttle")]
pub use scheduled::{Condvar, Mutex, RwLock, locks_held};
#[cfg(feature = "shuttle")]
pub use shuttle::sync::atomic;

/// What the scheduler's locks lack to be used like the others: they are not poisoned, and waiting takes its guard by reference.
/// They also count, so that a test can hold that nobody holds one while he waits for the disk.
#[cfg(feature = "shuttle")]
mod scheduled {
    use std::cell::Cell;
    use std::ops::{Deref, DerefMut};
    use std::sync::PoisonError;
    use std::time::Duration;

    use shuttle::rand::Rng;
    use shuttle::sync;

    shuttle::thread_local! {
        static HELD: Cell<usize> = Cell::new(0);
    }

    /// How many locks this thread holds.
    pub fn locks_held() -> usize {
        HELD.with(Cell::get)
    }

    struct Held;

    impl Held {
        fn new() -> Self {
            HELD.with(|held| held.set(held.get() + 1));
            Self
        }
    }

    impl Drop for Held {
        fn drop(&mut self) {
            HELD.with(|held| held.set(held.get() - 1));
        }
    }

    /// A guard that counts; empty only while a condition variable waits with it.
    pub struct Guard<G>(Option<G>, Held);

    impl<G: Deref> Deref for Guard<G> {
        type Target = G::Target;

        fn deref(&self) -> &G::Target {
            self.0.as_ref().expect("nobody waits with it")
        }
    }

    impl<G: DerefMut> DerefMut for Guard<G> {
        fn deref_mut(&mut self) -> &mut G::Target {
            self.0.as_mut().expect("nobody waits with it")
        }
    }

    fn guard<G>(locked: Result<G, PoisonError<G>>) -> Guard<G> {
        Guard(Some(locked.unwrap_or_else(PoisonError::into_inner)), Held::new())
    }

    pub type MutexGuard<'a, T> = Guard<sync::MutexGuard<'a, T>>;

    #[derive(Debug, Default)]
    pub struct Mutex<T>(sync::Mutex<T>);

    impl<T> Mutex<T> {
        pub fn new(value: T) -> Self {
            Self(sync::Mutex::new(value))
        }

        pub fn lock(&self) -> MutexGuard<'_, T> {
            guard(self.0.lock())
        }
    }

    #[derive(Debug, Default)]
    pub struct RwLock<T>(sync::RwLock<T>);

    impl<T> RwLock<T> {
        pub fn new(value: T) -> Self {
            Self(sync::RwLock::new(value))
        }

        pub fn read(&self) -> Guard<sync::RwLockReadGuard<'_, T>> {
            guard(self.0.read())
        }

        pub fn write(&self) -> Guard<sync::RwLockWriteGuard<'_, T>> {
            guard(self.0.write())
        }
    }

    #[derive(Debug, Default)]
    pub struct Condvar(sync::Condvar);

    pub struct Waited {
        timed_out: bool,
    }

    impl Waited {
        pub fn timed_out(&self) -> bool {
            self.timed_out
        }
    }

    impl Condvar {
        pub fn new() -> Self {
            Self::default()
        }

        pub fn wait<T>(&self, guard: &mut MutexGuard<'_, T>) {
            let held = guard.0.take().expect("nobody waits with it");
            guard.0 = Some(self.0.wait(held).unwrap_or_else(PoisonError::into_inner));
        }

        /// Time passes at once or never: whatever is right for both is right for all between.
        pub fn wait_for<T>(&self, guard: &mut MutexGuard<'_, T>, _timeout: Duration) -> Waited {
            let timed_out = shuttle::rand::thread_rng().gen_bool(0.5);
            if !timed_out {
                self.wait(guard);
            }
            Waited { timed_out }
        }

        pub fn notify_one(&self) {
            self.0.notify_one();
        }

        pub fn notify_all(&self) {
            self.0.notify_all();
        }
    }
}
