import { Module } from '@nestjs/common';
import { Readiness } from '../server/readiness.js';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { MetricsController } from './metrics.controller.js';

/** The doors for those who run the installation. */
@Module({ controllers: [HealthController, MetricsController], providers: [Readiness, Metrics], exports: [Readiness, Metrics] })
export class RestApiModule {}
