"""A record processor of the Kinesis Client Library for Python: says what it does, a line each, in the file that HEADWATER_SAID names.

The daemon starts one process of it for each shard and talks to it over its standard streams.
"""

import os

from amazon_kclpy import kcl
from amazon_kclpy.v3 import processor

SAID = os.open(os.environ["HEADWATER_SAID"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)


def say(*words):
    """One write, so that lines of several processes do not mix."""
    os.write(SAID, (" ".join(map(str, words)) + "\n").encode())


class Processor(processor.RecordProcessorBase):
    def initialize(self, begun):
        self.shard = begun.shard_id
        say("begins", self.shard)

    def process_records(self, batch):
        for record in batch.records:
            say("record", self.shard, record.partition_key, record.binary_data.decode())
        batch.checkpointer.checkpoint()
        say("checkpoint", self.shard)

    def lease_lost(self, lost):
        say("loses", self.shard)

    def shard_ended(self, ended):
        say("ends", self.shard)
        ended.checkpointer.checkpoint()

    def shutdown_requested(self, asked):
        asked.checkpointer.checkpoint()


if __name__ == "__main__":
    kcl.KCLProcess(Processor()).run()
