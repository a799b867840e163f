import { Module } from '@nestjs/common';
import { Cursors } from '../http/cursors.js';
import { ChangeFeedController } from './change-feed.controller.js';
import { ChangeFeed } from './change-feed.service.js';
import { ChangeNews } from './change-news.js';
import { FeedCursors } from './feed-cursors.js';

/** What changed, for who follows: asked for at the change feed, and sent to webhooks. */
@Module({
  controllers: [ChangeFeedController],
  providers: [ChangeFeed, ChangeNews, Cursors, FeedCursors],
})
export class FeedModule {}
