import type { certificateUpload as zh } from '../zh/certificate-upload';

/** Words of sending in a seal or a background where certificates are designed. */
export const certificateUpload = {
	title: 'Send in a seal or a background',
	lead: 'The picture goes into the media library, with the same checks as everything there. It is chosen at once; save the design when it looks right.',
	as: 'Used as',
	uses: { seal: 'Seal', picture: 'Background' },
	alt: 'What the picture shows',
	altHelp: 'In Chinese, for whoever cannot see it: whose seal it is.',
	licence: 'Right to use',
	choose: 'Choose',
	rights: 'Holder of the rights',
	file: 'Picture',
	fileHelp:
		'JPEG, PNG, WebP, AVIF or HEIC, 40 MB at most. A seal should be a PNG with a clear background.',
	send: 'Send',
	sending: 'Sending…',
	done: {
		seal: 'The seal is in the media library and chosen; the design is not saved yet.',
		picture: 'The background is in the media library and chosen; the design is not saved yet.'
	},
	held: 'The picture is in the media library and waits for the scanner for malware; it can be chosen once that has cleared it.',
	lost: 'The connection broke off. Please try again.',
	refusal: {
		missing: 'Please fill this in.',
		'too-long': 'Too long: 200 characters at most.',
		'no-file': 'Please choose a picture.',
		'no-form': 'The form did not arrive whole. Please try again.',
		'no-image': 'Only pictures are taken here.'
	}
} satisfies typeof zh;
