/** 一个数字或时间，句子里要用到。 */
type Detail = Readonly<Record<string, string | number>>;

const size = (bytes: number | string | undefined): string => {
	const n = Number(bytes ?? 0);
	if (n >= 1024 ** 3) return `${Math.round((n / 1024 ** 3) * 10) / 10} GB`;
	if (n >= 1024 ** 2) return `${Math.round(n / 1024 ** 2)} MB`;
	return `${Math.max(1, Math.round(n / 1024))} KB`;
};

const same = (text: string) => () => text;

/** 上传为什么不收：一句话说清原因和办法，按原因查。 */
export const uploads = {
	reason: {
		'sign-in': same('登录已失效。请重新登录，再接着上传，已传的部分还在。'),
		refused: same('这个账号还没有通过第二步验证，不能上传。请先完成验证。'),
		missing: same('没有这个作品、材料或上传，也可能它不属于这个账号。'),
		gone: same('这次上传已经结束或过期，已传的部分已删除。请重新上传。'),
		decided: same('这件作品现在不能更改，不能上传。'),
		closed: same('征集已经截止，不能再上传。'),
		'not-open': same('征集还没有开始，现在不能上传。'),
		'not-published': same('这一届还没有公布，不能上传。'),
		archived: same('这一届已经归档，不能上传。'),
		'correction-over': same('更正期限已过，不能再上传。'),
		'too-large': ({ limit }: Detail) => `文件太大，这里最多 ${size(limit)}。请压缩后再传。`,
		'too-long': same('传来的内容比说好的长，多出的部分没有收。请重新选择文件。'),
		'too-many': ({ limit }: Detail) => `这一项最多 ${limit} 个文件。请先移除一个，再上传。`,
		'too-many-open': same('没有传完的上传太多。请先传完或取消一些。'),
		'too-often': same('一小时内开始或取消上传的次数太多。请过一会儿再试，已传的部分还在。'),
		quota: ({ limit, used }: Detail) =>
			`超过了本届每个账号的上传总量 ${size(limit)}，已占用 ${size(used)}。请移除不用的文件或取消没传完的上传。`,
		disk: same('服务器存储空间不足，已传的部分还在。请稍后再试，或联系主办单位。'),
		empty: same('文件是空的，请重新选择。'),
		length: same('文件的长度说得不对，不能上传。请重新选择文件。'),
		metadata: same('上传的说明不完整或写法不对，不能上传。请刷新页面再试。'),
		protocol: same('上传程序的版本不对。请刷新页面再试。'),
		type: same('这个地址只接受上传的内容。请刷新页面再试。'),
		offset: same('接续的位置不对，先问清已传到哪里再继续。'),
		busy: same('同一个文件正从另一个页面或另一台设备上传。请等它结束。'),
		checksum: same('这一段在路上损坏了，没有收。请再传一次。'),
		hash: same('收到的文件和您电脑上的不一致，没有收。请重新上传。'),
		unfinished: same('有几段还没有传完，不能合并。'),
		program: same('这是程序文件，不能上传。'),
		page: same('这是网页或标记文件，不是要交的材料。'),
		vector: same('不接受 SVG 图形，其中可能含有脚本。请导出为 PNG 再传。'),
		archive: same('不接受压缩包。请解压后上传里面的文件。'),
		playlist: same('这是播放列表，里面没有影片。请上传影片文件本身。'),
		'not-film': same('这不是影片，或者格式不能识别。请导出为 MP4 再传。'),
		'not-picture': same('这不是图片。请上传 JPEG、PNG 或 WebP。'),
		'not-document': same('这不是文档。请上传 PDF 或 Word（.docx）。'),
		'not-captions': same('这不是字幕。请上传 SRT、VTT 或 ASS 文件。'),
		'not-file': same('不支持这种文件。请上传 PDF、Word（.docx）或图片。'),
		mixed: same('文件里夹带了网页、脚本或压缩包，不能收。请重新导出。'),
		broken: same('文件已损坏或不完整，无法读取。请重新导出。'),
		pixels: same('图片超过 5000 万像素。请缩小后再传。'),
		animated: same('不接受动图。请截取一帧，存为图片再传。'),
		tiny: same('图片太小，每边至少 16 像素。'),
		unknown: same('文件无法识别，不能收。'),
		failed: same('服务器出错了，已传的部分还在。请稍后再试。')
	},
	title: '没有收下'
};

/** 为什么没有收，作为一句话；不认识的原因也有一句。 */
export const uploadSentence = (reason: string, detail: Detail = {}): string => {
	const say = Object.hasOwn(uploads.reason, reason)
		? uploads.reason[reason as keyof typeof uploads.reason]
		: uploads.reason.failed;
	return say(detail);
};
