import type { certificates as zh } from '../zh/certificates';

export const certificates: typeof zh = {
	title: 'Check a certificate',
	lead: 'Type the check code of a certificate to see whether this portal issued it and whether it still holds. The square code on a certificate opens the answer directly.',
	code: 'Check code',
	codeHelp:
		'Twenty signs in groups of four at the foot of the certificate, such as 07EN-W3AH-RZ6D-MV29-GQYR. Capital or small letters, with or without hyphens.',
	check: 'Check',
	again: 'Check another',
	trouble: {
		empty: 'Please type the check code.',
		length:
			'The number of signs is wrong: a check code has twenty. Please compare it with the certificate.',
		sign: 'There is a sign in it that check codes do not use: they have digits and letters, without I, L, O and U.',
		check:
			'The code was mistyped: its check sign does not fit. One sign is wrong, or two changed places. Please compare it group by group.'
	},
	state: {
		holds: 'Valid certificate',
		revoked: 'Revoked',
		unknown: 'No such certificate'
	},
	told: {
		holds:
			'This portal issued the certificate and it holds. Please compare what it says with the lines below.',
		unknown:
			'This portal never issued a certificate with this code. Please compare the code; if it is right, the certificate is not from here.'
	},
	why: {
		corrected:
			'It was corrected and a new certificate issued in its place; only the new one holds.',
		withdrawn: 'The organizer withdrew the award, and the certificate with it.',
		mistake: 'It was issued by mistake and the organizer revoked it.'
	},
	revokedOn: (day) => `Revoked on ${day}`,
	fields: {
		award: 'Award',
		contest: 'Contest',
		names: 'Winners',
		unit: 'Winning unit',
		entry: 'Entry',
		number: 'Entry number',
		issuer: 'Issued by',
		issued: 'Issued on',
		code: 'Check code'
	},
	erased:
		'The names were deleted at the request of the persons; everything else can still be checked.',
	masked:
		'Where a winner did not agree to be named in public, only the first sign of the name is shown.',
	own: {
		title: 'Certificates',
		lead: 'A certificate can be downloaded at any time and is always the same.',
		none: 'There is no certificate yet. Once results are published and certificates issued, they can be downloaded here.',
		download: (award) => `Download the certificate “${award}”`,
		verify: 'Page that confirms it',
		fileName: (number) => `certificate-${number}.pdf`,
		erased:
			'The names were deleted as asked; it cannot be downloaded any more, but its code still holds.'
	}
};
