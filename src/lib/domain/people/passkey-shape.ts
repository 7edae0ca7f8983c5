import { z } from 'zod';

const bytes = (max: number) =>
	z
		.string()
		.regex(/^[\w-]+$/)
		.max(max);
const key = {
	id: bytes(1400),
	rawId: bytes(1400),
	type: z.literal('public-key'),
	authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
	clientExtensionResults: z.record(z.string(), z.unknown()).default({})
};

/** What a browser answers when a key was made (WebAuthn level 3, RegistrationResponseJSON). */
export const madeShape = z.object({
	...key,
	response: z.object({
		clientDataJSON: bytes(4000),
		attestationObject: bytes(40_000),
		transports: z.array(z.string().max(20)).max(10).default([])
	})
});

/** What a browser answers when a key signed (AuthenticationResponseJSON). */
export const signedShape = z.object({
	...key,
	response: z.object({
		clientDataJSON: bytes(4000),
		authenticatorData: bytes(4000),
		signature: bytes(12_000),
		userHandle: bytes(200).optional()
	})
});
