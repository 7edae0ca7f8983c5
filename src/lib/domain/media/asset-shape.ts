import { z } from 'zod';
import { consents, licences } from './asset';

const line = (max: number) =>
	z
		.string()
		.default('')
		.transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
		.pipe(z.string().max(max))
		.transform((text) => text || null);

const text = (max: number) =>
	z
		.string()
		.default('')
		.transform((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim())
		.pipe(z.string().max(max))
		.transform((value) => value || null);

/** What the form of an asset says, as text fields; empty is not said. */
export const assetShape = z.object({
	altZh: line(300),
	altEn: line(300),
	captionZh: line(300),
	captionEn: line(300),
	transcriptZh: text(20_000),
	transcriptEn: text(20_000),
	credit: line(120),
	rightsHolder: line(120),
	licence: z.enum(licences),
	consent: z.enum(consents),
	consentNote: line(500),
	takenAt: z
		.string()
		.default('')
		.transform((day) => day.trim() || null)
		.pipe(z.iso.date().nullable()),
	town: line(80),
	form: z.enum(['photo', 'panorama', 'audio', 'document'])
});

/** What may be said about an asset. */
export type AssetFacts = z.output<typeof assetShape>;

const share = z.coerce.number().min(0).max(1);

/** Focal point and crop as the form sends them, in hundredths of the picture. */
export const frameShape = z.object({
	focalX: share,
	focalY: share,
	cropX: share,
	cropY: share,
	cropWidth: share,
	cropHeight: share
});
