/** Asking: how a question is put, with its answers, its steps, and how far along the person is. */
import { exactBand } from '../audience.ts'
import { isComplete, mostLeftAfter, pathOf, type AboutQuestion, type Question } from '../consultation.ts'
import { stay, type Current, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { say, type Phrase } from '../phrase.ts'
import { buttonOf, show, stepOffer, type Step } from '../question.ts'
import { helpOffer } from './help.ts'
import { homeReply } from './home.ts'

/** The state in which a question stands. */
export type Asking = Extract<State, { at: 'question' }>

/** The turn that puts `question`, in place of what was tapped unless `replaces` is false. */
export function asking(
  world: World,
  current: Current,
  question: string,
  lead?: Phrase,
  replaces = true,
): Turn {
  const state: Asking = {
    at: 'question',
    consultation: current.definition.id,
    version: current.version,
    question,
  }
  return stay(state, prompt(state, { ...world, current }, lead, replaces))
}

/** The question that stands now, put again. */
export function prompt(state: Asking, world: World, lead?: Phrase, replaces = false): Reply {
  const current = world.current!
  return { ...promptOf(state, current, world, lead), ...(replaces ? { replaces: true } : {}) }
}

/** How many questions are still to come, with the one that stands now. */
export function leftOf(state: Asking, current: Current): number {
  const question = current.definition.questions.find(({ id }) => id === state.question)
  return question ? 1 + mostLeftAfter(current.definition.questions, question) : 1
}

function promptOf(state: Asking, current: Current, world: World, lead?: Phrase): Reply {
  const about = aboutOf(state, current)
  const question = questionOf(state, current)
  const head = lead ? [lead] : []
  if (about) return aboutPrompt(about, state, current, world, head)
  return question ? questionPrompt(question, state, current, world, head) : homeReply(world)
}

function questionPrompt(
  question: Question,
  state: Asking,
  current: Current,
  world: World,
  head: readonly Phrase[],
): Reply {
  const { tag, texts } = current.definition
  const shown = show(question, state.draft, current.answers.get(question.id), aroundOf(world, current))
  const progress = progressOf(question, current)
  const textHint =
    question.kind === 'text' ? [texts.textHint ? { text: texts.textHint } : say('text-hint')] : []
  return {
    parts: [
      ...head,
      say('progress', progress),
      { text: question.text },
      ...(shown.hint ? [shown.hint] : []),
      ...(question.hint ? [{ text: question.hint }] : []),
      ...textHint,
    ],
    offers: [
      ...shown.options.map(({ id, label, isPicked }) => ({
        id: buttonOf.answer(tag, question.id, id),
        label,
        isPicked,
        row: 'answer' as const,
      })),
      ...stepsFor(state, current, world, shown.isGathered),
      helpOffer,
    ],
    ...(shown.pick ? { pick: shown.pick } : {}),
    ...(shown.max ? { max: shown.max } : {}),
    ...(shown.expects ? { expects: shown.expects } : {}),
    ...(shown.maxChars ? { maxChars: shown.maxChars } : {}),
    progress,
  }
}

function aboutPrompt(
  about: AboutQuestion,
  state: Asking,
  current: Current,
  world: World,
  head: readonly Phrase[],
): Reply {
  const { tag } = current.definition
  const chosen = current.about[about.id]
  const offers = (about.options ?? world.districts).map(({ id, label }) => ({
    id: buttonOf.answer(tag, state.question, id),
    label: { text: label },
    isPicked: chosen === id,
    row: 'answer' as const,
  }))
  return {
    parts: [...head, say('about-you'), { text: about.text }],
    offers: [...offers, ...stepsFor(state, current, world, false), helpOffer],
    pick: 'one',
  }
}

function stepsFor(state: Asking, current: Current, world: World, isGathered: boolean) {
  const isFirst = stepsOf(current, world)[0] === state.question
  const leave: Step = isAnswered(current, state.question) ? 'keep' : 'skip'
  const which: Step[] = [
    ...(isGathered ? ['done' as const] : []),
    leave,
    ...(isFirst ? [] : ['back' as const]),
    'stop',
  ]
  return which.map((one) => stepOffer(current.definition.tag, state.question, one))
}

function progressOf(question: Question, current: Current): { step: number; of: number } {
  const { questions } = current.definition
  const path = pathOf(questions, current.answers)
  const index = path.findIndex(({ id }) => id === question.id)
  const step = (index < 0 ? path.length : index) + 1
  return { step, of: step + mostLeftAfter(questions, question) }
}

/** The ids a person goes through: the questions of their path, and once those are done what is asked about them. */
export function stepsOf(current: Current, world: World): string[] {
  const { questions } = current.definition
  const path = pathOf(questions, current.answers).map(({ id }) => id)
  return isComplete(questions, current.answers)
    ? [...path, ...aboutLeft(current, world).map(({ id }) => `about.${id}`)]
    : path
}

function aboutLeft(current: Current, world: World): readonly AboutQuestion[] {
  return current.definition.about.filter(({ id }) => id !== 'age_band' || !knownBand(current, world))
}

/** The band the person is known to be in, in the words of this consultation; undefined when it has to be asked. */
export function knownBand(current: Current, world: World): string | undefined {
  const options = current.definition.about.find(({ id }) => id === 'age_band')?.options ?? []
  return world.person?.ageBand ? exactBand(world.person.ageBand, options) : undefined
}

/** Whether a step of the path was answered or skipped already. */
export function isAnswered(current: Current, step: string): boolean {
  return step.startsWith('about.')
    ? current.about[step.slice(6) as AboutQuestion['id']] !== undefined
    : current.answers.has(step)
}

/** The question about oneself that stands, if it is one. */
export function aboutOf(state: Asking, current: Current): AboutQuestion | undefined {
  return current.definition.about.find(({ id }) => `about.${id}` === state.question)
}

/** The question of the consultation that stands, if it is one. */
export function questionOf(state: Asking, current: Current): Question | undefined {
  return current.definition.questions.find(({ id }) => id === state.question)
}

/** What a question may need besides itself. */
export function aroundOf(world: World, current: Current) {
  return { districts: world.districts, seed: current.seed }
}
