/** A chat, or a topic of a group, as the value of an address: `-1001`, and `-1001/7` for its topic 7. */

export interface Whereto {
  readonly chat: number
  /** The topic; a group without topics, and the general one of a group with topics, have none. */
  readonly thread?: number | undefined
}

/** The value of its address. */
export function valueOf({ chat, thread }: Whereto): string {
  return thread === undefined ? String(chat) : `${chat}/${thread}`
}

/** What a value stands for. */
export function wheretoOf(value: string): Whereto {
  const [chat, thread] = value.split('/').map(Number)
  return { chat: chat!, ...(thread !== undefined && { thread }) }
}
