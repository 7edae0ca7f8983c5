import { z } from 'zod';
import { bilingual } from '../../text-shape';
import { richBilingual } from '../../rich/rich-shape';
import { slug } from './parts-shape';

/** Content of a page of text as the studio keeps it. */
export const pageContent = z.strictObject({
	slug,
	title: bilingual(120),
	summary: bilingual(400).nullish(),
	body: richBilingual
});
