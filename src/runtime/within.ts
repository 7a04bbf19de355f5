/** Work that may not take longer than it is worth waiting for. */

/** What `work` comes to, or an error that says `late` when it takes longer than `limitMs`. */
export async function within<T>(limitMs: number, work: Promise<T>, late: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(late)), limitMs)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
}
