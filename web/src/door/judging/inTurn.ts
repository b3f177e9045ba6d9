/** Does what it is given one after the other, whatever became of the one before. */
export function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(act: () => Promise<Result>): Promise<Result> => {
    const next = last.then(act, act);
    last = next.catch(() => {});
    return next;
  };
}
