import type { CodeTrouble } from '../../domain/certificates/code';
import type { Revocation } from '../../domain/certificates/facts';

/** Words about certificates for everybody who holds one or checks one; loaded only there. */
export const certificates = {
	title: '证书查验',
	lead: '输入证书上的查验码，看这张证书是不是本站发出的、现在还有没有效。扫证书上的二维码，会直接打开结果。',
	code: '查验码',
	codeHelp:
		'共 20 位，印在证书下方，每四位一组，例如 07EN-W3AH-RZ6D-MV29-GQYR。字母不分大小写，连字符可以不输。',
	check: '查验',
	again: '再查一张',
	trouble: {
		empty: '请输入查验码。',
		length: '位数不对：查验码共 20 位。请对照证书再看一遍。',
		sign: '里面有查验码不会用到的字符。查验码只用数字和大写字母，没有字母 I、L、O、U。',
		check: '查验码输错了：校验位对不上，有一位打错，或者前后颠倒了。请对照证书逐组检查。'
	} satisfies Record<CodeTrouble, string>,
	state: {
		holds: '有效证书',
		revoked: '已经作废',
		unknown: '查无此证'
	},
	told: {
		holds: '这张证书由本站发出，目前有效。请核对下面的内容是否与证书一致。',
		unknown:
			'本站没有发出过带这个查验码的证书。请核对查验码；如果核对无误，这张证书不是本站发出的。'
	},
	why: {
		corrected: '内容有更正，已经换发新证书，这一张作废。请以新证书为准。',
		withdrawn: '主办单位撤销了这个奖项，证书随之作废。',
		mistake: '这张证书发错了，主办单位已经作废。'
	} satisfies Record<Revocation, string>,
	revokedOn: (day: string) => `${day}作废`,
	fields: {
		award: '奖项',
		contest: '大赛',
		names: '获奖者',
		unit: '获奖单位',
		entry: '作品',
		number: '参赛编号',
		issuer: '颁发单位',
		issued: '颁发日期',
		code: '查验码'
	},
	erased: '姓名已按本人要求删除，其余内容仍可查验。',
	masked: '没有同意公开姓名的，只显示姓氏。',
	own: {
		title: '获奖证书',
		lead: '证书可以随时下载，每次内容相同。',
		none: '还没有证书。评选结果公布、证书颁发以后，可以在这里下载。',
		download: (award: string) => `下载“${award}”证书`,
		verify: '查验页面',
		fileName: (number: string) => `获奖证书-${number}.pdf`,
		erased: '姓名已按要求删除，这张证书不能再下载，查验码仍然有效。'
	}
};
