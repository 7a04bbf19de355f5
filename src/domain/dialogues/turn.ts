/** The whole conversation: what works from any state first, then the dialogue that stands. */
import { atHome, move, stay, type Reply, type State, type Turn, type World } from '../dialogue.ts'
import { isReadByAll, type Incoming } from '../message.ts'
import { locales, say } from '../phrase.ts'
import { announce, obeyAnnouncing, writeOn } from './announce.ts'
import { prompt, questionOf } from './asking.ts'
import { calendar, obeyCalendar } from './calendar.ts'
import { takeCase } from './case.ts'
import { commandIn, isCommandLike, type Command } from './command.ts'
import { askContact, careReplies, contactPrompt, disclose, needIn, takeContact } from './disclosure.ts'
import { draftPrompt } from './draft.ts'
import { helpCard, isHelpWanted } from './help.ts'
import { homeReply } from './home.ts'
import { answerNews, isAboutNews, news, newsPrompt } from './news.ts'
import { link, obeyLink, stateHere, unlink } from './link.ts'
import { openOutcome, outcomes } from './outcomes.ts'
import { moderate, moderationPrompt, obeyModeration, redact } from './moderate.ts'
import { answerQuietHours, obeyPreferences, preferences, quietPrompt } from './preferences.ts'
import { redeemed } from './redeemed.ts'
import { followUp, followUpReply, goOn, respond } from './respond.ts'
import {
  askDelete,
  chooseLanguage,
  erase,
  isInOffice,
  languageReply,
  myDataReply,
  privacyReply,
  stop,
  takeBackStop,
  withdraw,
} from './settings.ts'
import { deadlines, hasDeadlines, turnPage } from './deadlines.ts'
import { decideChange } from './decide-change.ts'
import { answerBlocker, answerOn, answerPrompt, answerReminder } from './reminder.ts'
import { obeyReport, report, reportOn, reportPrompt } from './report.ts'
import { planReply } from './plan.ts'
import { obeyStaff, post } from './staff.ts'
import { staleAtHome } from './stale.ts'
import { askAge, askAssent, begin, welcomePrompt } from './welcome.ts'

/** What `incoming` changes and what is said to it. */
export function turn(kept: State, incoming: Incoming, world: World): Turn {
  const state = stateHere(kept, world)
  const command = commandIn(incoming)
  if (world.channel.isPublicPlace) return inPublic(state, command, world)
  if (isHelpWanted(incoming, world.safeguarding)) return stay(state, helpCard(world, state))
  if (command) return obey(state, command, world)
  return heard(state, incoming, world) ?? answered(state, incoming, world)
}

/** Words of need come before whatever they were written in answer to; those that open no case may be an answer all the same. */
function heard(state: State, incoming: Incoming, world: World): Turn | undefined {
  const need = needIn(state, incoming, world)
  if (!need) return undefined
  if (need.opensCase) return disclose(state, need, incoming, world)
  const care = [...careReplies(world), { parts: [say('care-honesty')] }]
  if (isAskedForText(state, world) && !incoming.file) {
    const { replies, ...turned } = answered(state, incoming, world)
    return { ...turned, replies: [...care, ...replies] }
  }
  return stay(state, ...care, { parts: [say('not-kept')] }, standingPrompt(state, world))
}

function isAskedForText(state: State, { current }: World): boolean {
  return state.at === 'question' && current !== null && questionOf(state, current)?.kind === 'text'
}

function answered(state: State, incoming: Incoming, world: World): Turn {
  if (incoming.file && standingPrompt(state, world).expects !== 'file')
    return stay(state, notKept(standingPrompt(state, world)))
  if (isCommandLike(incoming)) return stay(state, mistyped(standingPrompt(state, world)))
  return (
    (incoming.choice && anywhere(state, incoming.choice, world)) ||
    openOutcome(state, incoming, world) ||
    standing(state, incoming, world)
  )
}

/** Which consultation a turn needs to know about, so that it can be loaded. */
export function subjectOf(state: State, incoming: Incoming): string | undefined {
  const tapped = /^(?:start|change):(.+)$/.exec(incoming.choice ?? '')?.[1]
  return tapped ?? startOf(incoming) ?? ('consultation' in state ? state.consultation : undefined)
}

/**
 * The one-time code in a message: behind `/start i-…`, `/start k-…`, `/code …`, or typed by itself at home.
 * One that was written where everybody reads it is let lie: using it up would say nothing to whoever wrote it.
 */
export function codeIn(
  state: State,
  incoming: Incoming,
): { readonly kind: 'invitation' | 'class' | 'any'; readonly code: string } | undefined {
  if (isReadByAll(incoming) || incoming.file) return undefined
  const command = commandIn(incoming)
  const payload = /^([ik])-(.+)$/.exec(command?.argument ?? '')
  if (command?.name === 'start' && payload)
    return { kind: payload[1] === 'i' ? 'invitation' : 'class', code: payload[2]! }
  if (command?.name === 'code' && command.argument) return { kind: 'any', code: command.argument }
  const isTyped = state.at === 'home' && /^[A-Z0-9]{4}(-[A-Z0-9]{4}){1,2}$/i.test(incoming.text?.trim() ?? '')
  return isTyped ? { kind: 'any', code: incoming.text!.trim() } : undefined
}

/** What stands on the screen in `state`, said again. */
export function standingPrompt(state: State, world: World): Reply {
  if (state.at === 'announce') return draftPrompt(state, world)
  if (state.at === 'due') return answerPrompt(state, world)
  if (state.at === 'report') return reportPrompt(state, world)
  if (state.at === 'quietHours') return quietPrompt()
  if (state.at === 'contact') return contactPrompt(state)
  if (state.at === 'moderate') return moderationPrompt(state, world)
  if (isAboutNews(state)) return newsPrompt(state, world)
  if (state.at === 'home' || !world.current) return homeReply(world)
  if (state.at === 'question') return prompt(state, world)
  if (state.at === 'followUp') return followUpReply(world.current)
  return welcomePrompt(state, world.current)
}

/** A command nobody knows is no answer. */
function mistyped(reply: Reply): Reply {
  return { ...reply, parts: [say('command-unknown'), ...reply.parts] }
}

/** A file that was not asked for is neither fetched nor kept. */
function notKept(reply: Reply): Reply {
  return { ...reply, parts: [say('file-not-kept'), ...reply.parts] }
}

/** Where everybody reads along, only words of staff are heard. */
function inPublic(state: State, command: Command | undefined, world: World): Turn {
  if (command?.name === 'post') return post(state, command.argument, world)
  return command?.name === 'announce' ? announce(state, command.argument, world) : stay(state)
}

function startOf(incoming: Incoming): string | undefined {
  const command = commandIn(incoming)
  return command?.name === 'start' ? /^c-(.+)$/.exec(command.argument ?? '')?.[1] : undefined
}

function obey(state: State, { name, argument }: Command, world: World): Turn {
  switch (name) {
    case 'help':
      return stay(state, helpCard(world, state))
    case 'privacy':
      return stay(state, privacyReply(world))
    case 'mydata':
      return stay(state, myDataReply(world))
    case 'delete':
      return askDelete(state, world)
    case 'stop':
      return stop(world)
    case 'language':
      return stay(state, languageReply(world))
    case 'news':
      return news(world)
    case 'outcomes':
      return outcomes(state, world)
    case 'post':
      return post(state, argument, world)
    case 'announce':
      return announce(state, argument, world)
    case 'moderate':
      return moderate(state, world)
    case 'deadlines':
      return hasDeadlines(world) ? deadlines(state, world) : stay(state, homeReply(world))
    case 'report':
      return world.person?.entities.length ? report(state, world) : stay(state, homeReply(world))
    case 'link':
      return link(state, world)
    case 'unlink':
      return unlink(state, world)
    case 'settings':
      return preferences(state, world)
    case 'calendar':
      return calendar(state, world)
    case 'plan':
      return stay(state, world.person?.entities.length ? planReply(world) : homeReply(world))
    case 'code':
      return redeemed(state, world)
    case 'start':
      return start(state, argument, world)
  }
}

function start(state: State, argument: string | undefined, world: World): Turn {
  if (argument?.startsWith('c-')) return begin(world, argument.slice(2))
  if (world.redeemed) return redeemed(state, world)
  if (world.person?.isStopped && isInOffice(world)) return takeBackStop(world)
  if (state.at === 'question' && world.current?.status === 'open')
    return move(state, [prompt(state, world, say('welcome-back-short'))])
  return move(atHome, [homeReply(world)])
}

/** Buttons that mean the same whatever stands. */
function anywhere(state: State, choice: string, world: World): Turn | undefined {
  const locale = locales.find((one) => choice === `lang:${one}`)
  if (locale) return chooseLanguage(state, locale, (spoken) => standingPrompt(state, spoken), world)
  const wanted = /^(start|change):(.+)$/.exec(choice)
  if (wanted?.[1] === 'start') return begin(world, wanted[2]!)
  if (wanted) return change(wanted[2]!, world)
  return (
    simple(state, choice, world) ??
    askContact(state, choice) ??
    takeCase(state, choice, world) ??
    obeyModeration(state, choice, world) ??
    answerReminder(state, choice, world) ??
    answerBlocker(state, choice, world) ??
    decideChange(state, choice, world) ??
    turnPage(state, choice, world) ??
    obeyReport(state, choice, world) ??
    obeyCalendar(state, choice, world) ??
    obeyPreferences(state, choice, world) ??
    obeyLink(state, choice, world) ??
    obeyStaff(state, choice, world) ??
    obeyAnnouncing(state, choice, world)
  )
}

function simple(state: State, choice: string, world: World): Turn | undefined {
  if (choice === 'home') return move(atHome, [homeReply(world)])
  if (choice === 'resume') return stay(state, standingPrompt(state, world))
  if (choice === 'news') return news(world)
  if (choice === 'language') return stay(state, languageReply(world))
  if (choice === 'privacy') return stay(state, privacyReply(world))
  if (choice === 'mydata') return stay(state, myDataReply(world))
  if (choice === 'delete') return askDelete(state, world)
  if (choice === 'delete:yes') return erase()
  return choice === 'delete:no'
    ? stay(state, { parts: [say('not-deleted')], isNotice: true }, standingPrompt(state, world))
    : withdraw(state, choice, world)
}

/** Answers can be changed until the consultation closes: from the first question on, each with what was said before. */
function change(consultation: string, world: World): Turn {
  const { current } = world
  const isChangeable = current?.status === 'open' && current.participation === 'finished'
  return isChangeable ? goOn(world, say('change-how'), true) : begin(world, consultation)
}

function standing(state: State, incoming: Incoming, world: World): Turn {
  if (world.redeemed) return redeemed(state, world)
  if (state.at === 'home') return incoming.choice ? staleAtHome(state, world) : stay(state, homeReply(world))
  if (
    world.isBack &&
    !incoming.choice &&
    !incoming.choices &&
    state.at === 'question' &&
    world.current?.status === 'open'
  )
    return stay(state, prompt(state, world, say('welcome-back-short')))
  if (state.at === 'question') return respond(state, incoming, world)
  if (state.at === 'followUp') return followUp(state, incoming, world)
  if (isAboutNews(state)) return answerNews(state, incoming, world)
  if (state.at === 'announce') return writeOn(state, incoming, world)
  if (state.at === 'due') return answerOn(state, incoming, world)
  if (state.at === 'report') return reportOn(state, incoming, world)
  if (state.at === 'quietHours') return answerQuietHours(state, incoming, world)
  if (state.at === 'contact') return takeContact(state, incoming)
  if (state.at === 'moderate') return redact(state, incoming, world)
  return state.at === 'age' ? askAge(state, incoming, world) : askAssent(state, incoming, world)
}
