import { z } from 'zod';
import { audiences, eventTypes, spokenLanguages } from '../../events/event';
import { dayRules, timePrecisions } from '../../events/when';
import { accessFacts } from '../../place';
import { richBilingual } from '../../rich/rich-shape';
import { bilingual } from '../../text-shape';
import { gallery, slug, sourceList } from './parts-shape';

const span = z.strictObject({ from: z.string().max(40), to: z.string().max(40).nullish() });

/** What a form says of the dates; whether there are such dates, `layOut` decides by the calendar. */
const when = z.strictObject({
	precision: z.enum(timePrecisions),
	first: span,
	rule: z.string().max(400).nullish(),
	days: z.enum(dayRules).default('any'),
	more: z.array(span).max(400).default([]),
	except: z.array(z.string().max(40)).max(400).default([])
});

const item = z.strictObject({
	at: z
		.string()
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/)
		.nullish(),
	title: bilingual(120),
	who: z.string().trim().max(120).nullish()
});

/** Content of an event as the studio keeps it. The price is in yuan, to the fen. */
export const eventContent = z.strictObject({
	slug,
	type: z.enum(eventTypes),
	title: bilingual(120),
	summary: bilingual(400).nullish(),
	series: z.string().max(80).nullish(),
	chapter: z.string().trim().max(80).nullish(),
	demonstration: z.boolean().default(false),
	when,
	place: z.string().max(80).nullish(),
	venueNote: bilingual(120).nullish(),
	town: z.string().max(80).nullish(),
	programme: z.array(item).max(60).default([]),
	audiences: z.array(z.enum(audiences)).max(audiences.length).default([]),
	languages: z.array(z.enum(spokenLanguages)).max(spokenLanguages.length).default([]),
	access: z.partialRecord(z.enum(accessFacts), z.boolean()).nullish(),
	price: z.number().min(0).max(100_000).multipleOf(0.01).nullish(),
	host: bilingual(160).nullish(),
	organizer: bilingual(160).nullish(),
	phone: z.string().trim().max(40).nullish(),
	body: richBilingual.nullish(),
	album: gallery.default([]),
	recap: richBilingual.nullish(),
	attendance: z.int().min(0).max(10_000_000).nullish(),
	article: z.string().max(80).nullish(),
	sources: sourceList
});
