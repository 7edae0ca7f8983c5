import { ages, isBlank } from './crew';
import { entryLimits } from './entry';
import type { Answer, CrewMember, EntryContent, EntryStep } from './entry';
import { questionsOf } from './entry-ask';
import type { Plan, Question } from './plan';

/** A form as it came: the texts under a name. */
export interface Sent {
	get(name: string): string | null;
	all(name: string): string[];
}

const text = (sent: Sent, name: string): string => sent.get(name) ?? '';
const perhaps = (sent: Sent, name: string): string | null => text(sent, name).trim() || null;

function answer(sent: Sent, { id, kind }: Question): Answer {
	const name = `answers.${id}`;
	switch (kind) {
		case 'number': {
			const typed = text(sent, name).trim();
			return typed === '' ? null : Number.isFinite(Number(typed)) ? Number(typed) : typed;
		}
		case 'choices':
			return sent.all(name);
		case 'yes': {
			const said = sent.get(name);
			return said === 'yes' ? true : said === 'no' ? false : null;
		}
		case 'choice':
			return perhaps(sent, name);
		default:
			return text(sent, name);
	}
}

/** The rows of a crew; an empty row is none. New ones get an id from `newId`. */
function crew(sent: Sent, newId: () => string): CrewMember[] {
	const rows: CrewMember[] = [];
	for (const at of sent.all('crew').slice(0, entryLimits.crew)) {
		const of = (name: string) => text(sent, `crew.${at}.${name}`);
		const age = ages.find((one) => one === of('age')) ?? 'adult';
		const guardian = {
			name: of('guardian.name'),
			phone: of('guardian.phone'),
			consent: sent.get(`crew.${at}.guardian.consent`) === 'yes'
		};
		const said = guardian.name.trim() !== '' || guardian.phone.trim() !== '' || guardian.consent;
		const id = of('id');
		rows.push({
			id: /^[a-z0-9-]{1,40}$/.test(id) ? id : newId(),
			name: of('name'),
			role: of('role'),
			age,
			guardian: age === 'under-14' || said ? guardian : null
		});
	}
	return rows.filter((row) => !isBlank(row));
}

/** What a part of the form says, in the shape of content; nothing of other parts is looked at. */
export function readStep(
	step: EntryStep,
	plan: Plan,
	categoryId: string,
	sent: Sent,
	newId: () => string
): Partial<EntryContent> {
	switch (step) {
		case 'work':
			return {
				title: text(sent, 'title'),
				titleEn: perhaps(sent, 'titleEn'),
				synopsis: text(sent, 'synopsis'),
				synopsisEn: perhaps(sent, 'synopsisEn'),
				madeOn: perhaps(sent, 'madeOn'),
				town: perhaps(sent, 'town'),
				unit: perhaps(sent, 'unit'),
				answers: Object.fromEntries(
					questionsOf(plan, categoryId)
						.filter(({ kind }) => kind !== 'file')
						.map((question) => [question.id, answer(sent, question)])
				)
			};
		case 'crew':
			return { crew: crew(sent, newId) };
		case 'contact':
			return {
				contact: {
					name: text(sent, 'contact.name'),
					phone: text(sent, 'contact.phone'),
					email: text(sent, 'contact.email'),
					address: perhaps(sent, 'contact.address')
				}
			};
		case 'statements': {
			const used = sent.get('ai.used');
			const kinds = sent.all('ai.kinds') as NonNullable<EntryContent['ai']>['kinds'];
			return {
				// “Yes” without saying for what is not said yet.
				ai:
					used === 'no'
						? { kinds: [], note: null }
						: kinds.length
							? { kinds, note: perhaps(sent, 'ai.note') }
							: null,
				agreed: sent.all('agreed'),
				showing: sent.get('showing') === 'yes'
			};
		}
		default:
			return {};
	}
}
