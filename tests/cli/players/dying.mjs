/** An outside player that dies when its turn comes. */
process.stdin.once('data', () => {
  process.stderr.write('out of coffee\n');
  process.exitCode = 3;
  process.stdin.destroy();
});
