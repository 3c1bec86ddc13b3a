/** An outside player that listens and says nothing. */
process.stdin.resume();
