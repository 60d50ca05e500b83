import type {Comment, CommentPage, CommentSource} from '../../src/comments/types.js';

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

function comment(
  id: string,
  name: string,
  text: string,
  minutes: number,
  more: Partial<Comment> = {},
): Comment {
  return {id, author: {name}, text, createdAt: ago(minutes), status: 'published', ...more};
}

/** A few comments on an article about a good harvest; the newest first. */
export const comments: Comment[] = [
  comment('5', 'Út Hậu', 'Giá lúa năm nay mà giữ được tới cuối vụ thì bà con mừng lắm.', 4),
  comment('4', 'Trần Thị Bích Liên', 'Bài viết hay. Mong báo nói thêm về kho trữ lúa ở các xã.', 50, {
    parentId: '2',
  }),
  comment(
    '3',
    'Hoàng Minh',
    'Xem ảnh mà nhớ quê quá.\nHồi nhỏ tôi cũng theo ba đi gặt.\n\nCảm ơn hai tác giả.',
    130,
  ),
  comment('2', 'Bảy Lúa', 'Nhà tôi gặt xong rồi, được gần bảy tấn một hecta.', 60 * 7, {
    author: {name: 'Bảy Lúa', url: 'https://bay-lua.example/'},
  }),
  comment('1', '', 'Chúc bà con trúng mùa!', 60 * 24 * 3),
];

/** A thread with answers to answers. */
export const thread: Comment[] = [
  comment('a', 'Bảy Lúa', 'Nhà tôi gặt xong rồi, được gần bảy tấn một hecta.', 300),
  comment('b', 'Hoàng Minh', 'Giống gì vậy anh Bảy?', 280, {parentId: 'a'}),
  comment('c', 'Bảy Lúa', 'OM 5451 đó anh.', 275, {parentId: 'b'}),
  comment('d', 'Liên', 'Giống đó chịu mặn khá tốt.', 200, {parentId: 'c'}),
  comment('e', 'سالم', 'مقال جميل، شكرا لكم.', 100),
  comment('f', 'Tư Hiền', 'Tôi đồng ý với chị.', 90, {parentId: 'đã xoá'}),
];

/** Comments with addresses in them. */
export const withLinks: Comment[] = [
  comment('l2', 'Tư Hiền', 'Số liệu ở đây: https://thong-ke.example/lua-2024 (bảng 3).', 12),
  comment('l1', 'Liên', 'Xem thêm https://bao.example/kho-lua; ai biết thêm thì chỉ giúp.', 40),
];

/** A source to which three comments come as soon as the first page was shown. */
export function growing(): CommentSource {
  let all = comments.slice(3);
  return {
    list: async (query, signal) => {
      const page = await sourceOf(all).list(query, signal);
      all = comments;
      return page;
    },
    submit: publish,
  };
}

/** A source that shows these comments, by pages where a limit is given. */
export function sourceOf(all: Comment[], submit = publish): CommentSource {
  return {
    async list({limit, cursor = '0'}): Promise<CommentPage> {
      const from = Number(cursor);
      const next = from + limit < all.length ? String(from + limit) : undefined;
      return {comments: all.slice(from, from + limit), total: all.length, next};
    },
    submit,
  };
}

let posted = 0;

/** Takes a comment and publishes it. */
export const publish: CommentSource['submit'] = async ({text, author, parentId}) =>
  comment(`own-${++posted}`, author.name ?? '', text, 0, {parentId});

/** Takes a comment and holds it until somebody has approved it. */
export const hold: CommentSource['submit'] = async (draft, signal) => ({
  ...(await publish(draft, signal)),
  status: 'pending',
});

/** A promise that is never settled: what loads stays loading. */
export const never = new Promise<never>(() => {});
