/** Waiting that ends. For printer.ts and seat.ts, whose browsers may hang. */

export class TookTooLong extends Error {}

/** What `work` comes to, unless it takes longer. */
export async function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong()), milliseconds);
  });
  // What is given up may still fail later, and nobody listens then.
  work.catch(() => {});
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
