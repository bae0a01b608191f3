#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Keeps SIGPIPE from this thread while `body` runs: the client library writes to TLS connections in a way that raises it when the
/// server has gone, and its default is to end the process.
func withoutBrokenPipeSignal<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
  var (brokenPipe, pending, before) = (sigset_t(), sigset_t(), sigset_t())
  sigemptyset(&brokenPipe)
  sigaddset(&brokenPipe, SIGPIPE)
  sigpending(&pending)
  let wasPending = sigismember(&pending, SIGPIPE) == 1
  pthread_sigmask(SIG_BLOCK, &brokenPipe, &before)
  defer {
    sigpending(&pending)
    if !wasPending, sigismember(&pending, SIGPIPE) == 1 {
      var number: Int32 = 0
      sigwait(&brokenPipe, &number)
    }
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
  return try body()
}
