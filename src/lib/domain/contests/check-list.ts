import { endOf } from './dates';
import { keptFields } from './plan';
import type { Category, Plan } from './plan';
import type { PlanPart } from './plan-parts';

/** One thing to be mended or thought of before an edition is published. */
export interface Check {
	key: string;
	/** A stop keeps the edition from being published; a warning only asks to be read. */
	level: 'stop' | 'warn';
	/** Where it is mended. */
	part: PlanPart;
	/** What a sentence about it names. */
	detail?: Record<string, string | number>;
}

const DAY = 86_400_000;
const english = (text: { en?: string | null | undefined } | null): boolean => !text || !!text.en;

const stop = (key: string, part: PlanPart, detail?: Check['detail']): Check => ({
	key,
	level: 'stop',
	part,
	...(detail ? { detail } : {})
});
const warn = (key: string, part: PlanPart, detail?: Check['detail']): Check => ({
	...stop(key, part, detail),
	level: 'warn'
});

function* callChecks({ call }: Plan): Generator<Check> {
	if (!call.title.zh) yield stop('no-title', 'call');
	if (!call.text?.zh) yield stop('no-text', 'call');
	if (!call.title.en || !call.text?.en) yield warn('no-english-call', 'call');
}

function* categoryChecks(category: Category, plan: Plan): Generator<Check> {
	const { id, title, channels, film, materials } = category;
	const detail = { id: title.zh };
	if (!channels.some((channel) => plan.channels[channel].open))
		yield stop('no-way-in', 'categories', detail);
	if (!english(title) || !english(category.about))
		yield warn('no-english-category', 'categories', detail);
	if (film && film.maxBytes > plan.quotaBytes) yield stop('quota-too-small', 'keeping', detail);
	if (film && film.maxSeconds === null) yield warn('any-length', `category:${id}`, detail);
	if (!materials.some(({ required }) => required))
		yield warn('nothing-required', `category:${id}`, detail);
}

function* statementChecks({ statements, aiKinds }: Plan): Generator<Check> {
	const has = (key: string) => statements.some((one) => one.key === key && one.required);
	if (!has('consent')) yield stop('no-consent', 'statements');
	if (!statements.some(({ guardian, required }) => guardian && required))
		yield stop('no-guardian', 'statements');
	if (!has('originality')) yield warn('no-originality', 'statements');
	if (!has('rights')) yield warn('no-rights', 'statements');
	if (aiKinds.length && !has('ai')) yield warn('no-ai', 'statements');
	if (statements.some(({ title, text }) => !english(title) || !english(text)))
		yield warn('no-english-statement', 'statements');
}

function* dateChecks({ dates }: Plan, now: number): Generator<Check> {
	const { opensAt, closesAt, correctUntil, rounds, noticeFrom, noticeUntil, resultsAt } = dates;
	if (opensAt === null) yield stop('no-open', 'dates');
	if (closesAt === null) yield stop('no-close', 'dates');
	else if (closesAt <= now) yield stop('close-past', 'dates');
	if (opensAt !== null && closesAt !== null && closesAt - opensAt < 7 * DAY)
		yield warn('short-call', 'dates');
	if (correctUntil === null) yield warn('no-correction', 'dates');
	if (!rounds.length || rounds.some(({ from }) => from === null)) yield warn('no-rounds', 'dates');
	if (noticeFrom === null || noticeUntil === null) yield warn('no-notice', 'dates');
	else if (noticeUntil - noticeFrom < 7 * DAY) yield warn('short-notice', 'dates');
	if (resultsAt === null) yield warn('no-results', 'dates');
}

function* keepingChecks(plan: Plan): Generator<Check> {
	const missing = keptFields.filter((field) => plan.retention[field] === undefined);
	if (missing.length) yield stop('no-retention', 'keeping', { n: missing.length });
	if (endOf(plan.dates) === null && !missing.length) yield warn('no-end', 'dates');
	if (plan.showing !== 'never') yield warn('showing-licence', 'keeping');
}

/**
 * What is still missing before an edition is published, the stops first.
 * @param copied the text of the call as it was copied from another edition; null for none
 */
export function checkList(plan: Plan, now: number, copied: string | null = null): Check[] {
	const { person, unit } = plan.channels;
	const checks: Check[] = [...callChecks(plan)];
	if (copied && plan.call.text?.zh === copied) checks.push(warn('text-copied', 'call'));
	if (!plan.categories.length) checks.push(stop('no-category', 'categories'));
	for (const category of plan.categories) checks.push(...categoryChecks(category, plan));
	if (!person.open && !unit.open) checks.push(stop('no-channel', 'channels'));
	if (unit.open && !unit.chain.length) checks.push(warn('no-chain', 'channels'));
	if (!plan.crew.length) checks.push(warn('no-crew', 'form'));
	checks.push(...statementChecks(plan), ...dateChecks(plan, now));
	if (!/\{(?:edition|year)\}/.test(plan.numbering)) checks.push(warn('same-numbers', 'numbering'));
	checks.push(...keepingChecks(plan));
	return [
		...checks.filter(({ level }) => level === 'stop'),
		...checks.filter(({ level }) => level === 'warn')
	];
}

/** What keeps an edition from being published. */
export const stops = (plan: Plan, now: number): Check[] =>
	checkList(plan, now).filter(({ level }) => level === 'stop');
