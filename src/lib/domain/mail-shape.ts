import { z } from 'zod';
import { mailLimits } from './mail';

const text = z.strictObject({
	subject: z.string().trim().min(1).max(mailLimits.subject),
	body: z.string().trim().min(1).max(mailLimits.body)
});

/** A mail template as the settings table keeps it under `mail.<template>`. */
export const mailTemplateShape = z.strictObject({ zh: text.optional(), en: text.optional() });
