import { z } from 'zod';
import { ages } from './crew';
import { ELSEWHERE, entryLimits, KEPT_TIMES } from './entry';
import type { Answer, EntryContent } from './entry';
import { questionsOf } from './entry-ask';
import type { Plan, Question } from './plan';

// NUL ends texts in SQLite’s tools, and lone surrogates are no text at all.
const clean = (text: string) =>
	text
		.replaceAll('\0', '')
		.replace(/\p{Cs}/gu, '')
		.replace(/\r\n?/g, '\n');
const kept = (limit: number) =>
	z
		.string()
		.max(limit * KEPT_TIMES)
		.transform(clean);
const perhaps = (limit: number) =>
	kept(limit)
		.transform((text) => text.trim() || null)
		.nullable();
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

const member = (roles: readonly string[]) =>
	z.strictObject({
		id: z.string().regex(/^[a-z0-9-]{1,40}$/),
		name: kept(entryLimits.name),
		role: z.string().refine((role) => role === '' || roles.includes(role)),
		age: z.enum(ages),
		guardian: z
			.strictObject({
				name: kept(entryLimits.name),
				phone: kept(entryLimits.phone),
				consent: z.boolean()
			})
			.nullable()
	});

function answer({ kind, options }: Question): z.ZodType<Answer> {
	const option = z.string().refine((id) => options.some((one) => one.id === id));
	switch (kind) {
		case 'text':
		case 'long':
			return kept(entryLimits.answer);
		case 'number':
			// What is no number is kept as it was typed, and named.
			return z.union([z.number().finite(), kept(60)]).nullable();
		case 'choice':
			return z.union([option, z.literal(''), z.null()]);
		case 'choices':
			return z.array(option).max(Math.max(1, options.length));
		case 'yes':
			return z.boolean().nullable();
		case 'file':
			return z.null();
	}
}

/**
 * What may be written into a draft: every field of its kind, no field or answer that the edition
 * does not ask for, no text longer than a person writes. Whether it is complete and correct,
 * `missing` says: a draft keeps what is not, so that nothing typed is lost.
 */
export function entryShape(plan: Plan, categoryId: string): z.ZodType<Partial<EntryContent>> {
	const roles = plan.crew.map(({ id }) => id);
	const answers = Object.fromEntries(
		questionsOf(plan, categoryId).map((question) => [question.id, answer(question).optional()])
	);
	return z
		.strictObject({
			title: kept(entryLimits.title),
			titleEn: perhaps(entryLimits.titleEn),
			synopsis: kept(entryLimits.synopsis),
			synopsisEn: perhaps(entryLimits.synopsisEn),
			madeOn: perhaps(3),
			town: z.union([slug, z.literal(ELSEWHERE)]).nullable(),
			unit: perhaps(entryLimits.unit),
			crew: z
				.array(member(roles))
				.max(entryLimits.crew)
				.refine((crew) => new Set(crew.map(({ id }) => id)).size === crew.length),
			contact: z
				.strictObject({
					name: kept(entryLimits.name),
					phone: kept(entryLimits.phone),
					email: kept(entryLimits.email),
					address: perhaps(entryLimits.address)
				})
				.nullable(),
			answers: z.strictObject(answers),
			ai: z
				.strictObject({
					kinds: z
						.array(z.string().refine((kind) => (plan.aiKinds as string[]).includes(kind)))
						.max(20)
						.transform((kinds) => [...new Set(kinds)]),
					note: perhaps(entryLimits.note)
				})
				.nullable(),
			agreed: z
				.array(z.string().refine((key) => plan.statements.some((one) => one.key === key)))
				.max(60)
				.transform((keys) => [...new Set(keys)]),
			showing: z.boolean()
		})
		.partial() as unknown as z.ZodType<Partial<EntryContent>>;
}
