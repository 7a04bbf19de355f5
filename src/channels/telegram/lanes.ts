/** Work that keeps its order within a lane while many lanes go on side by side. */

type Task = () => Promise<void>

export interface Lanes {
  /** Queues a task behind the others of its lane. A task must not reject. */
  push(lane: string, task: Task): void
  /** Resolves when fewer than `roomFor` tasks wait. */
  room(): Promise<void>
  /** Takes nothing more, forgets what has not begun and resolves when what has begun is done. */
  close(): Promise<void>
}

/** At most `atOnce` tasks run at a time, one per lane. A lane that has run dry takes no memory. */
export function lanes({ atOnce, roomFor }: { atOnce: number; roomFor: number }): Lanes {
  const queues = new Map<string, Task[]>()
  const ready: string[] = []
  let waitingForRoom: (() => void)[] = []
  let whenDone: (() => void) | undefined
  let running = 0
  let waiting = 0
  let isClosed = false

  const start = () => {
    while (running < atOnce && ready.length > 0) void run(ready.shift() ?? '')
  }
  const run = async (lane: string) => {
    const task = queues.get(lane)?.shift()
    running += 1
    waiting -= 1
    if (waiting < roomFor) letIn()
    await task?.()
    running -= 1
    if (queues.get(lane)?.length) ready.push(lane)
    else queues.delete(lane)
    start()
    if (running === 0) whenDone?.()
  }
  const letIn = () => {
    for (const enter of waitingForRoom) enter()
    waitingForRoom = []
  }

  return {
    push(lane, task) {
      if (isClosed) return
      const queue = queues.get(lane)
      waiting += 1
      if (queue) return void queue.push(task)
      queues.set(lane, [task])
      ready.push(lane)
      start()
    },
    room: async () => {
      if (waiting >= roomFor) await new Promise<void>((resolve) => waitingForRoom.push(resolve))
    },
    async close() {
      isClosed = true
      queues.clear()
      ready.length = 0
      waiting = 0
      letIn()
      if (running > 0) await new Promise<void>((resolve) => (whenDone = resolve))
    },
  }
}
