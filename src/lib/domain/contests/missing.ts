import { emailOf } from '../people/email';
import { personal } from '../import/personal';
import type { Verdict } from '../films/facts';
import { isPhone } from './crew';
import { entryLimits } from './entry';
import type { EntryContent, EntryStep } from './entry';
import { categoryOf, questionsOf, statementsOf } from './entry-ask';
import type { Channel, Plan, Question } from './plan';

/** A file that lies with an entry. */
export interface HeldFile {
	/** Id of the row of `entry_files`. */
	id: string;
	filmId: string;
	materialId: string;
	name: string;
	bytes: number;
	form: 'film' | 'picture' | 'document' | 'captions' | 'other';
	/** `arrived`: not looked at yet. */
	state: 'arrived' | 'inspected' | 'ready' | 'unusable';
	/** What the rules of the category say; null before the inspection. */
	verdicts: Verdict[] | null;
	/** Kept from everybody: the scanner for malware has not cleared it. */
	held?: 'waiting' | 'found';
	at: number;
}

/** Whether a file cannot stay as it is: another has to come in its place. */
export const isBad = ({ state, verdicts }: Pick<HeldFile, 'state' | 'verdicts'>): boolean =>
	state === 'unusable' || !!verdicts?.some(({ result }) => result === 'fail');

/** Something that keeps an entry from being submitted: where it is asked, and what is wrong. */
export interface Missing {
	step: EntryStep;
	/** Name, and id on the page, of the field. */
	field: string;
	reason: MissingReason;
	detail?: Record<string, string | number>;
}

type MissingReason =
	| 'required'
	| 'too-long'
	| 'too-many'
	| 'not-number'
	| 'not-phone'
	| 'not-email'
	| 'not-date'
	| 'future'
	| 'private-number'
	| 'category-gone'
	| 'channel-closed'
	| 'role'
	| 'role-owed'
	| 'too-many-people'
	| 'guardian'
	| 'guardian-consent'
	| 'ai'
	| 'ai-other'
	| 'statement'
	| 'file'
	| 'too-many-files'
	| 'file-unusable'
	| 'film-fails';

interface Written {
	categoryId: string;
	channel: Channel;
	content: EntryContent;
}

const length = (text: string): number => Array.from(text.trim()).length;

/** Whether a text is a day of the calendar. */
function isDay(text: string): boolean {
	const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (!found) return false;
	const at = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]));
	return new Date(at).toISOString().startsWith(text) && Number(found[1]) >= 1900;
}

/**
 * Everything that keeps an entry from being submitted, in the order of the form; empty when it is
 * complete. The same list is the checklist on the page and the law of the submission.
 */
export function missing(
	plan: Plan,
	entry: Written,
	files: readonly HeldFile[],
	now: number
): Missing[] {
	const { content, categoryId, channel } = entry;
	const found: Missing[] = [];
	const say = (
		step: EntryStep,
		field: string,
		reason: MissingReason,
		detail?: Record<string, string | number>
	) => found.push({ step, field, reason, ...(detail ? { detail } : {}) });
	const text = (
		step: EntryStep,
		field: string,
		value: string | null,
		limit: number,
		{ required = true, shown = false } = {}
	) => {
		const size = length(value ?? '');
		if (!size) return required ? say(step, field, 'required') : undefined;
		if (size > limit) say(step, field, 'too-long', { limit, length: size });
		// The jury, and later perhaps the public, reads it.
		else if (shown && personal(value!)) say(step, field, 'private-number');
	};

	const category = categoryOf(plan, categoryId);
	if (!category) return [{ step: 'work', field: 'category', reason: 'category-gone' }];
	if (!category.channels.includes(channel) || !plan.channels[channel].open)
		say('work', 'category', 'channel-closed');

	text('work', 'title', content.title, entryLimits.title, { shown: true });
	text('work', 'titleEn', content.titleEn, entryLimits.titleEn, { required: false, shown: true });
	text('work', 'synopsis', content.synopsis, entryLimits.synopsis, { shown: true });
	text('work', 'synopsisEn', content.synopsisEn, entryLimits.synopsisEn, {
		required: false,
		shown: true
	});
	if (content.madeOn) {
		if (!isDay(content.madeOn)) say('work', 'madeOn', 'not-date');
		else if (Date.parse(`${content.madeOn}T00:00:00+08:00`) > now) say('work', 'madeOn', 'future');
	}
	const recommended = channel === 'unit';
	if (!content.town && recommended && plan.channels.unit.chain.includes('town'))
		say('work', 'town', 'required');
	text('work', 'unit', content.unit, entryLimits.unit, { required: recommended });
	for (const question of questionsOf(plan, categoryId)) {
		const reason = answerFault(question, content, files);
		if (!reason) continue;
		const step = question.kind === 'file' ? 'materials' : 'work';
		const field = question.kind === 'file' ? `file.${question.id}` : `answers.${question.id}`;
		say(step, field, reason.reason, reason.detail);
	}

	if (content.crew.length > entryLimits.crew)
		say('crew', 'crew', 'too-many-people', { max: entryLimits.crew, have: content.crew.length });
	const roles = new Set(plan.crew.map(({ id }) => id));
	content.crew.forEach((member, at) => {
		const field = `crew.${at}`;
		text('crew', `${field}.name`, member.name, entryLimits.name);
		if (!roles.has(member.role)) say('crew', `${field}.role`, 'role');
		if (member.age !== 'under-14') return;
		const { name = '', phone = '', consent = false } = member.guardian ?? {};
		if (!name.trim() || !isPhone(phone)) say('crew', `${field}.guardian.name`, 'guardian');
		if (!consent) say('crew', `${field}.guardian.consent`, 'guardian-consent');
	});
	for (const { id, title, min } of plan.crew) {
		const have = content.crew.filter(({ role, name }) => role === id && name.trim()).length;
		if (have < min)
			say('crew', 'crew', 'role-owed', { role: title.zh, roleEn: title.en || title.zh, min, have });
	}

	const { name = '', phone = '', email = '', address = null } = content.contact ?? {};
	text('contact', 'contact.name', name, entryLimits.name);
	if (!phone.trim()) say('contact', 'contact.phone', 'required');
	else if (!isPhone(phone)) say('contact', 'contact.phone', 'not-phone');
	if (email.trim() && !emailOf(email)) say('contact', 'contact.email', 'not-email');
	text('contact', 'contact.address', address, entryLimits.address, { required: false });

	for (const { id, required, max, kind } of category.materials) {
		const own = files.filter(({ materialId }) => materialId === id);
		const field = `file.${id}`;
		const owed = required || (kind === 'captions' && category.film?.subtitles === 'file');
		if (owed && !own.length) say('materials', field, 'file');
		if (own.length > max) say('materials', field, 'too-many-files', { max, have: own.length });
		for (const { name, state, verdicts } of own) {
			const failed = verdicts?.filter(({ result }) => result === 'fail').length ?? 0;
			if (state === 'unusable') say('materials', field, 'file-unusable', { name });
			else if (failed) say('materials', field, 'film-fails', { name, count: failed });
		}
	}

	if (plan.aiKinds.length) {
		if (!content.ai) say('statements', 'ai', 'ai');
		else {
			text('statements', 'ai.note', content.ai.note, entryLimits.note, {
				required: false,
				shown: true
			});
			if (content.ai.kinds.includes('other') && !content.ai.note?.trim())
				say('statements', 'ai.note', 'ai-other');
		}
	}
	for (const { key, title, required } of statementsOf(plan, content))
		if (required && !content.agreed.includes(key))
			say('statements', `agreed.${key}`, 'statement', { title: title.zh, key });
	return found;
}

function answerFault(
	{ id, kind, required, max }: Question,
	content: EntryContent,
	files: readonly HeldFile[]
): { reason: MissingReason; detail?: Record<string, string | number> } | null {
	if (kind === 'file') {
		const have = files.filter(({ materialId }) => materialId === id).length;
		if (required && !have) return { reason: 'file' };
		const most = max ?? 1;
		return have > most ? { reason: 'too-many-files', detail: { max: most, have } } : null;
	}
	const said = content.answers[id] ?? null;
	const empty =
		said === null ||
		(typeof said === 'string' && !said.trim()) ||
		(Array.isArray(said) && !said.length);
	if (empty) return required ? { reason: 'required' } : null;
	if (kind === 'number') return typeof said === 'number' ? null : { reason: 'not-number' };
	if (kind === 'choices' && Array.isArray(said))
		return max && said.length > max
			? { reason: 'too-many', detail: { max, have: said.length } }
			: null;
	if ((kind === 'text' || kind === 'long') && typeof said === 'string') {
		const limit = max ?? (kind === 'text' ? 200 : entryLimits.answer);
		const size = length(said);
		if (size > limit) return { reason: 'too-long', detail: { limit, length: size } };
	}
	return null;
}
