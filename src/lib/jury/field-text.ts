import type { Typed } from '../domain/judging/desk/sheet-form';
import type { JuryWords } from './words';

/** What a sheet says in one field, for people. */
export function fieldText(typed: Typed, field: string, words: JuryWords): string {
	if (field.startsWith('marks.')) return typed.marks[field.slice(6)] ?? '';
	if (field === 'verdict')
		return typed.verdict === 'yes' || typed.verdict === 'no' ? words.verdict[typed.verdict] : '';
	return field === 'rank' ? typed.rank : typed.comment;
}
