import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Metrics } from './metrics.js';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Measures every request: by its method, the template of its route, and the class of its status. */
@Injectable()
export class HttpMetrics implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const instance = this.host.httpAdapter.getInstance();
    const { requestsInFlight } = this.metrics;
    const inFlight = new WeakSet<FastifyRequest>();
    const leave = (request: FastifyRequest) => {
      if (inFlight.delete(request)) requestsInFlight.dec();
    };
    instance.addHook('onRequest', async (request) => {
      inFlight.add(request);
      requestsInFlight.inc();
    });
    instance.addHook('onResponse', async (request, reply) => {
      leave(request);
      this.note(request, reply);
    });
    // A client that leaves gets no response.
    instance.addHook('onRequestAbort', async (request) => leave(request));
  }

  private note(request: FastifyRequest, reply: FastifyReply): void {
    const labels = {
      method: METHODS.has(request.method) ? request.method : 'other',
      route: request.routeOptions.url ?? 'none',
      status: `${Math.floor(reply.statusCode / 100)}xx`,
    };
    this.metrics.requestSeconds.observe(labels, reply.elapsedTime / 1000);
    const length = Number(reply.getHeader('content-length') ?? Number.NaN);
    if (!Number.isNaN(length)) this.metrics.responseBytes.observe(labels, length);
  }
}
