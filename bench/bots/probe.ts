/** Loaded before a program that is measured: tells over the parent's line what the process has used so far. */

process.on('message', (what) => {
  if (what === 'usage') process.send?.(usage())
})
process.channel?.unref()

export interface Usage {
  /** Seconds of a core. */
  readonly cpu: number
  /** Bytes in memory, now and at most. */
  readonly rss: number
  readonly peakRss: number
}

function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return {
    cpu: (user + system) / 1e6,
    rss: process.memoryUsage().rss,
    peakRss: process.resourceUsage().maxRSS * 1_024,
  }
}
